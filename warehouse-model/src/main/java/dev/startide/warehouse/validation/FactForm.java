package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.FactDeclaration.KindDeclaration;
import dev.startide.warehouse.declaration.FactDeclaration.MeasureDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.FactParts;
import dev.startide.warehouse.language.RoleParts;
import java.util.List;
import java.util.Optional;

/// How a fact, its roles and its measures are written.
final class FactForm {

    private FactForm() {}

    static FactDeclaration read(Written name, Node part, Issues issues) {
        return PartReader.of(part, FactParts.FACT, issues)
                .map(reader -> fact(name, reader))
                .orElseGet(() -> unreadable(name));
    }

    private static FactDeclaration fact(Written name, PartReader reader) {
        Issues issues = reader.issues();
        var kind = new KindDeclaration(
                reader.text("kind"),
                reader.texts("milestones"),
                reader.text("changes"),
                reader.text("every"),
                reader.text("since"));
        var fact = new FactDeclaration(
                name,
                reader.text("description"),
                reader.requiredText("of", "Name the entity whose events make its rows."),
                reader.texts("from"),
                grain(reader, kind),
                time(reader, kind),
                reader.section("dimensions", (role, part) -> RoleForm.read(role, part, issues)),
                reader.texts("degenerate"),
                reader.section("measures", (measure, part) -> measure(measure, part, issues)),
                kind,
                reader.text("foreign_keys"));
        reader.close();
        return fact;
    }

    /// An accumulating fact happened when its first milestone was reached, if nothing else is said.
    private static Written time(PartReader reader, KindDeclaration kind) {
        return switch (kind.name().text()) {
            case FactKindRules.ACCUMULATING -> reader.text("time");
            case FactKindRules.PERIODIC -> {
                reader.node("time")
                        .ifPresent(node -> reader.issues()
                                .errorOfPart(node.path(), "a periodic fact has the time of its periods", "Remove it."));
                yield Written.nothing(reader.path());
            }
            default -> reader.requiredText("time", "Name the field that says when it happened.");
        };
    }

    /// The grain of a periodic fact is the key of its entity.
    private static List<Written> grain(PartReader reader, KindDeclaration kind) {
        if (!kind.name().text().equals(FactKindRules.PERIODIC)) {
            return reader.requiredTexts("grain", "Name the field, or the fields, that identify a row.");
        }
        reader.node("grain")
                .ifPresent(node -> reader.issues()
                        .errorOfPart(
                                node.path(),
                                "a periodic fact has a row for each key of its entity and each period",
                                "Remove it."));
        return List.of();
    }

    private static MeasureDeclaration measure(Written name, Node part, Issues issues) {
        Written nothing = Written.nothing(name.path());
        if (part instanceof Node.Mapping) {
            PartReader reader = PartReader.of(part, RoleParts.MEASURE, issues).orElseThrow();
            var measure = new MeasureDeclaration(
                    name,
                    reader.text("sql"),
                    reader.text("type"),
                    reader.requiredText("agg", "Say how it is summed up: sum, min, max or avg."),
                    reader.text("unit"),
                    reader.text("description"),
                    additive(reader),
                    notOver(reader));
            reader.close();
            return measure;
        }
        Written aggregation = PartReader.textOf(part, issues);
        return new MeasureDeclaration(name, nothing, nothing, aggregation, nothing, nothing, nothing, List.of());
    }

    private static Written additive(PartReader reader) {
        return reader.node("additive")
                .filter(node -> !(node instanceof Node.Mapping))
                .map(node -> PartReader.textOf(node, reader.issues()))
                .orElseGet(() -> Written.nothing(Node.pathOf(reader.path(), "additive")));
    }

    private static List<Written> notOver(PartReader reader) {
        Optional<PartReader> longForm = reader.node("additive")
                .filter(Node.Mapping.class::isInstance)
                .flatMap(node -> PartReader.of(node, RoleParts.ADDITIVE, reader.issues()));
        if (longForm.isEmpty()) {
            return List.of();
        }
        PartReader roles = longForm.get();
        List<Written> notOver = roles.requiredTexts("not_over", "Name the roles that it must not be summed over.");
        roles.close();
        return notOver;
    }

    private static FactDeclaration unreadable(Written name) {
        Written nothing = Written.nothing(name.path());
        return new FactDeclaration(
                name,
                nothing,
                nothing,
                List.of(),
                List.of(),
                nothing,
                Section.uncertain(),
                List.of(),
                Section.uncertain(),
                new KindDeclaration(nothing, List.of(), nothing, nothing, nothing),
                nothing);
    }
}
