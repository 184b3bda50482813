package dev.startide.adapter.outbound.modelfile;

import dev.startide.domain.port.outbound.ModelFiles;
import dev.startide.warehouse.declaration.Written.Spot;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.validation.CelCheck;
import dev.startide.warehouse.validation.ModelFileResult;
import dev.startide.warehouse.validation.ModelIssue;
import dev.startide.warehouse.validation.ModelIssue.Severity;
import dev.startide.warehouse.validation.ModelResolution;
import dev.startide.warehouse.validation.ModelResolver;
import dev.startide.warehouse.validation.PlacedIssue;
import dev.startide.warehouse.validation.SqlCheck;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads models from YAML files.
@Singleton
final class YamlModelFiles implements ModelFiles {

    /// Bounds the memory that a file can cost; a model of a hundred tables has some 100 kB.
    static final long MAX_BYTES = 1 << 20;

    private static final Comparator<PlacedIssue> BY_PLACE =
            Comparator.comparingInt(PlacedIssue::line).thenComparingInt(PlacedIssue::column);

    private final SqlCheck sql;
    private final CelCheck cel;

    YamlModelFiles(SqlCheck sql, CelCheck cel) {
        this.sql = sql;
        this.cel = cel;
    }

    @Override
    public ModelFileResult read(String file, Set<SourceKind> sourceKinds) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_BYTES) {
                return refused(
                        file, "has more than %d bytes".formatted(MAX_BYTES), "Check that this is the right file.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return resolve(file, text, sourceKinds);
        } catch (CharacterCodingException notText) {
            return refused(file, "is not UTF-8 text", "Save the file as UTF-8.");
        } catch (IOException | InvalidPathException unreadable) {
            return refused(
                    file,
                    "cannot be read (%s)".formatted(unreadable.getClass().getSimpleName()),
                    "Check that the file exists and may be read.");
        }
    }

    /// Reads a model from the text of a file.
    ModelFileResult resolve(String file, String text, Set<SourceKind> sourceKinds) {
        YamlFlaws flaws = new YamlFlaws(file);
        Optional<YamlReader.Document> document = YamlReader.read(text, flaws);
        if (document.isEmpty()) {
            return new ModelFileResult.Invalid(flaws.all());
        }
        ModelResolution resolution =
                new ModelResolver(sourceKinds, sql, cel).resolve(document.get().root(), name -> beside(file, name));
        List<PlacedIssue> issues = new ArrayList<>(flaws.all());
        resolution.issues().stream()
                .map(issue -> placed(file, issue, document.get().places()))
                .filter(issue -> flaws.noneAt(issue.line(), issue.column()))
                .forEach(issues::add);
        issues.sort(BY_PLACE);
        return switch (resolution) {
            case ModelResolution.Resolved(var model, var tests, var _)
            when flaws.all().isEmpty() -> new ModelFileResult.Valid(model, tests, issues);
            case ModelResolution.Resolved _, ModelResolution.Invalid _ -> new ModelFileResult.Invalid(issues);
        };
    }

    private static Optional<String> beside(String file, String name) {
        try {
            Path path = Path.of(file).resolveSibling(name);
            return Files.size(path) > MAX_BYTES ? Optional.empty() : Optional.of(Files.readString(path));
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static PlacedIssue placed(String file, ModelIssue issue, Places places) {
        Place place = places.of(issue.path(), issue.spot());
        return new PlacedIssue(file, place.line(), place.column(), issue);
    }

    private static ModelFileResult refused(String file, String problem, String remedy) {
        ModelIssue issue = new ModelIssue(Severity.ERROR, "", Spot.NAME, problem, remedy);
        return new ModelFileResult.Invalid(List.of(new PlacedIssue(file, 1, 1, issue)));
    }
}
