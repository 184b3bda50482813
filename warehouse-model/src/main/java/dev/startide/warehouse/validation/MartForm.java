package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.AggregateDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.ModelParts;
import java.util.List;

/// How a mart is written: `sales: { fact: order_line, by: [ordered.month], measures: { revenue:
/// sum(amount) } }`.
final class MartForm {

    private MartForm() {}

    static MartDeclaration read(Written name, Node part, Issues issues) {
        return PartReader.of(part, ModelParts.MART, issues)
                .map(reader -> mart(name, reader))
                .orElseGet(() -> new MartDeclaration(
                        name,
                        Written.nothing(name.path()),
                        Written.nothing(name.path()),
                        List.of(),
                        Section.uncertain(),
                        Written.nothing(name.path())));
    }

    private static MartDeclaration mart(Written name, PartReader reader) {
        Issues issues = reader.issues();
        var mart = new MartDeclaration(
                name,
                reader.text("description"),
                reader.requiredText("fact", "Name the fact that it shows."),
                reader.texts("by"),
                reader.section("measures", (measure, part) -> aggregate(measure, part, issues)),
                reader.text("history"));
        Written kept = reader.text("kept");
        if (kept.isPresent() && !kept.text().equals("view")) {
            issues.error(
                    kept,
                    "marts that are kept '%s' are not yet supported in this version".formatted(kept.text()),
                    "Write 'kept: view', or leave it out.");
        }
        reader.close();
        return mart;
    }

    private static AggregateDeclaration aggregate(Written name, Node part, Issues issues) {
        if (part instanceof Node.Mapping) {
            PartReader reader =
                    PartReader.of(part, ModelParts.AGGREGATE, issues).orElseThrow();
            var aggregate = new AggregateDeclaration(
                    name,
                    reader.requiredText("sql", "Write an aggregate, such as 'sql: sum(amount)'."),
                    reader.text("description"));
            reader.close();
            return aggregate;
        }
        return new AggregateDeclaration(name, PartReader.textOf(part, issues), Written.nothing(name.path()));
    }
}
