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
import dev.startide.warehouse.validation.Variables;
import jakarta.inject.Singleton;
import java.io.IOException;
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

    private final SqlCheck sql;
    private final CelCheck cel;
    private final Variables variables;

    YamlModelFiles(SqlCheck sql, CelCheck cel, Variables variables) {
        this.sql = sql;
        this.cel = cel;
        this.variables = variables;
    }

    @Override
    public ModelFileResult read(String file, Set<SourceKind> sourceKinds) {
        return switch (FileText.of(file)) {
            case FileText.Whole(var text) -> resolve(file, text, sourceKinds);
            case FileText.Refused(var problem, var remedy) -> refused(file, problem, remedy);
        };
    }

    /// Reads a model whose first file holds this text.
    ModelFileResult resolve(String file, String text, Set<SourceKind> sourceKinds) {
        ModelAssembly assembly = ModelAssembly.of(file, text);
        List<PlacedIssue> flaws = assembly.flaws();
        Optional<YamlReader.Document> document = assembly.document();
        if (document.isEmpty()) {
            return new ModelFileResult.Invalid(flaws);
        }
        Places places = document.get().places();
        ModelResolution resolution = new ModelResolver(sourceKinds, sql, cel)
                .resolve(
                        document.get().root(),
                        (path, name) -> beside(places.of(path, Spot.VALUE).file(), name),
                        variables);
        List<PlacedIssue> issues = new ArrayList<>(flaws);
        resolution.issues().stream()
                .map(issue -> placed(issue, places))
                .filter(issue -> flaws.stream().noneMatch(flaw -> areAtOnePlace(flaw, issue)))
                .forEach(issues::add);
        issues.sort(byPlace(assembly.files()));
        return switch (resolution) {
            case ModelResolution.Resolved(var model, var tests, var _)
            when flaws.isEmpty() -> new ModelFileResult.Valid(model, tests, issues);
            case ModelResolution.Resolved _, ModelResolution.Invalid _ -> new ModelFileResult.Invalid(issues);
        };
    }

    private static boolean areAtOnePlace(PlacedIssue one, PlacedIssue other) {
        return one.file().equals(other.file()) && one.line() == other.line() && one.column() == other.column();
    }

    private static Comparator<PlacedIssue> byPlace(List<String> files) {
        return Comparator.<PlacedIssue>comparingInt(issue -> files.indexOf(issue.file()))
                .thenComparingInt(PlacedIssue::line)
                .thenComparingInt(PlacedIssue::column);
    }

    private static Optional<String> beside(String file, String name) {
        try {
            Path path = Path.of(file).resolveSibling(name);
            return Files.size(path) > FileText.MAX_BYTES ? Optional.empty() : Optional.of(Files.readString(path));
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static PlacedIssue placed(ModelIssue issue, Places places) {
        Place place = places.of(issue.path(), issue.spot());
        return new PlacedIssue(place.file(), place.line(), place.column(), issue);
    }

    private static ModelFileResult refused(String file, String problem, String remedy) {
        ModelIssue issue = new ModelIssue(Severity.ERROR, "", Spot.NAME, problem, remedy);
        return new ModelFileResult.Invalid(List.of(new PlacedIssue(file, 1, 1, issue)));
    }
}
