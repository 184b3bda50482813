package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.validation.CelCheck;
import dev.startide.warehouse.validation.ModelFileResult;
import dev.startide.warehouse.validation.PlacedIssue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads models for tests, without a look at their CEL expressions.
final class Models {

    static final Set<SourceKind> KINDS = Set.of(
            new SourceKind("pulsar", Set.of("topic", "subscription")),
            new SourceKind("http", Set.of("path")),
            new SourceKind("file", Set.of()));

    private static final CelCheck ANY_CEL = (expression, expected) -> Optional.empty();

    private Models() {}

    static YamlModelFiles files() {
        return new YamlModelFiles(new JooqSqlCheck(), ANY_CEL, _ -> Optional.empty());
    }

    static ModelFileResult read(String yaml) {
        return files().resolve("warehouse.yaml", yaml, KINDS);
    }

    static List<String> issues(String yaml) {
        return read(yaml).issues().stream().map(PlacedIssue::toString).toList();
    }

    /// The issues of a model that is the text of this file.
    static List<String> issues(String file, String yaml) {
        return files().resolve(file, yaml, KINDS).issues().stream()
                .map(PlacedIssue::toString)
                .toList();
    }

    static WarehouseModel valid(String yaml) {
        return switch (read(yaml)) {
            case ModelFileResult.Valid(var model, var _, var _) -> model;
            case ModelFileResult.Invalid(var issues) -> throw new AssertionError("Unexpected issues: " + issues);
        };
    }

    /// The web-shop that the rules of the warehouse model are tested with.
    static String shop() {
        try {
            return Files.readString(Path.of("..", "warehouse-model", "src", "test", "resources", "shop.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String resource(String name) {
        try (InputStream stream = Models.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
