package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.MeasureDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.Renaming;
import dev.startide.warehouse.declaration.MartDeclaration.SideDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.WindowDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.Key;
import dev.startide.warehouse.language.MartParts;
import dev.startide.warehouse.schema.MovingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a mart is written: `sales: { fact: order_line, by: [ordered.month], measures: { revenue:
/// sum(amount) } }`.
final class MartForm {

    private MartForm() {}

    static MartDeclaration read(Written name, Node part, Issues issues) {
        return PartReader.of(part, MartParts.MART, issues)
                .map(reader -> mart(name, reader))
                .orElseGet(() -> new MartDeclaration(
                        name,
                        Written.nothing(name.path()),
                        Written.nothing(name.path()),
                        Section.uncertain(),
                        List.of(),
                        Section.uncertain(),
                        Written.nothing(name.path())));
    }

    private static MartDeclaration mart(Written name, PartReader reader) {
        Issues issues = reader.issues();
        Optional<Node> combine = reader.node("combine");
        var mart = new MartDeclaration(
                name,
                reader.text("description"),
                combine.isPresent()
                        ? reader.text("fact")
                        : reader.requiredText("fact", "Name the fact that it shows, or several under 'combine'."),
                combine.map(sides -> sides(sides, issues)).orElseGet(() -> Section.whole(List.of())),
                reader.texts("by"),
                reader.section("measures", (measure, part) -> measure(measure, part, issues)),
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

    /// A list of facts, or facts each with what is called otherwise in it.
    private static Section<SideDeclaration> sides(Node combine, Issues issues) {
        Section<SideDeclaration> sides = listed(combine, issues);
        if (!sides.isWhole() || !sides.parts().isEmpty()) {
            return sides;
        }
        issues.errorOfPart(combine.path(), "names no facts", "List them, such as '[sales, budget]'.");
        return Section.uncertain();
    }

    private static Section<SideDeclaration> listed(Node combine, Issues issues) {
        if (!(combine instanceof Node.Mapping)) {
            return Section.whole(PartReader.textsOf(combine, issues).stream()
                    .map(fact -> new SideDeclaration(fact, Section.whole(List.of())))
                    .toList());
        }
        return PartReader.sectionOf(
                combine,
                (fact, names) -> new SideDeclaration(
                        fact,
                        names instanceof Node.Nothing
                                ? Section.whole(List.of())
                                : PartReader.sectionOf(
                                        names,
                                        (name, inFact) -> new Renaming(name, PartReader.textOf(inFact, issues)),
                                        issues)),
                issues);
    }

    private static MeasureDeclaration measure(Written name, Node part, Issues issues) {
        if (!(part instanceof Node.Mapping mapping)) {
            return new MeasureDeclaration(
                    name, PartReader.textOf(part, issues), Written.nothing(name.path()), Optional.empty());
        }
        boolean looksBack = looksBack(mapping);
        PartReader reader = PartReader.of(part, looksBack ? MartParts.WINDOW : MartParts.AGGREGATE, issues)
                .orElseThrow();
        var measure = new MeasureDeclaration(
                name,
                looksBack
                        ? Written.nothing(name.path())
                        : reader.requiredText("sql", "Write an aggregate, such as 'sql: sum(amount)'."),
                reader.text("description"),
                looksBack ? Optional.of(window(reader)) : Optional.empty());
        reader.close();
        return measure;
    }

    private static boolean looksBack(Node.Mapping measure) {
        return MartParts.WINDOW.keys().stream()
                .map(Key::name)
                .filter(key -> MartParts.AGGREGATE.find(key).isEmpty())
                .anyMatch(measure.entries()::containsKey);
    }

    private static WindowDeclaration window(PartReader reader) {
        List<Renaming> functions = new ArrayList<>();
        for (MovingWindow.Function function : MovingWindow.Function.values()) {
            Written column = reader.text(function.word());
            if (column.isPresent()) {
                functions.add(new Renaming(Written.name(column.path(), function.word()), column));
            }
        }
        return new WindowDeclaration(functions, reader.text("over"), reader.texts("per"));
    }
}
