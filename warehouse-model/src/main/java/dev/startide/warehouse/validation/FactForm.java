package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.FactDeclaration.MeasureDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import java.util.List;

/// How a fact, its roles and its measures are written.
final class FactForm {

    private FactForm() {}

    static FactDeclaration read(Written name, Node part, Issues issues) {
        return PartReader.of(part, issues)
                .filter(reader -> isTransaction(reader, issues))
                .map(reader -> fact(name, reader))
                .orElseGet(() -> unreadable(name));
    }

    /// Other kinds of facts have keys of their own, which are not complained about.
    private static boolean isTransaction(PartReader reader, Issues issues) {
        Written kind = reader.text("kind");
        if (kind.isPresent() && !kind.text().equals("transaction")) {
            issues.error(
                    kind,
                    "facts of kind '%s' are not yet supported in this version".formatted(kind.text()),
                    "Leave the fact out for now, or make it 'kind: transaction'.");
            return false;
        }
        return true;
    }

    private static FactDeclaration fact(Written name, PartReader reader) {
        Issues issues = reader.issues();
        var fact = new FactDeclaration(
                name,
                reader.text("description"),
                reader.requiredText("of", "Name the entity whose events make its rows."),
                reader.texts("from"),
                reader.requiredTexts("grain", "Name the field, or the fields, that identify a row."),
                reader.requiredText("time", "Name the field that says when it happened."),
                reader.section("dimensions", (role, part) -> RoleForm.read(role, part, issues)),
                reader.texts("degenerate"),
                reader.section("measures", (measure, part) -> measure(measure, part, issues)));
        reader.notYet("milestones", "Remove it: in this version a fact has one time.");
        reader.close();
        return fact;
    }

    private static MeasureDeclaration measure(Written name, Node part, Issues issues) {
        Written nothing = Written.nothing(name.path());
        if (part instanceof Node.Mapping) {
            PartReader reader = PartReader.of(part, issues).orElseThrow();
            var measure = new MeasureDeclaration(
                    name,
                    reader.text("sql"),
                    reader.text("type"),
                    reader.requiredText("agg", "Say how it is summed up: sum, min, max or avg."),
                    reader.text("unit"),
                    reader.text("description"));
            reader.close();
            return measure;
        }
        return new MeasureDeclaration(name, nothing, nothing, PartReader.textOf(part, issues), nothing, nothing);
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
                Section.uncertain());
    }
}
