package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.validation.CelCheck;
import dev.startide.warehouse.validation.ModelFileResult;
import java.util.Optional;
import java.util.Set;

/// The real reader of models, for tests of other adapters.
public final class ModelsForTests {

    private static final Set<SourceKind> KINDS = Set.of(
            new SourceKind("pulsar", Set.of("topic", "topics", "subscription")),
            new SourceKind("http", Set.of("path")),
            new SourceKind("file", Set.of()));

    private ModelsForTests() {}

    /// What a model file with this text holds.
    public static ModelFileResult read(String yaml, CelCheck cel) {
        return new YamlModelFiles(new JooqSqlCheck(), cel, _ -> Optional.empty())
                .resolve("warehouse.yaml", yaml, KINDS);
    }
}
