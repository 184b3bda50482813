package dev.startide.warehouse.validation;

import static java.util.stream.Collectors.toCollection;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.TestDeclaration;
import dev.startide.warehouse.declaration.TestDeclaration.ExpectedTable;
import dev.startide.warehouse.declaration.TestDeclaration.History;
import dev.startide.warehouse.declaration.TestDeclaration.Outcome;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.Part;
import dev.startide.warehouse.language.TestParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a test is written.
final class TestForm {

    private final Issues issues;

    private TestForm(Issues issues) {
        this.issues = issues;
    }

    static TestDeclaration read(Written name, Node part, Issues issues) {
        return PartReader.of(part, TestParts.TEST, issues)
                .map(reader -> new TestForm(issues).test(name, reader))
                .orElseGet(() -> new TestDeclaration(
                        name, List.of(), Section.uncertain(), List.of(), List.of(), Written.nothing(name.path())));
    }

    private TestDeclaration test(Written name, PartReader reader) {
        reader.require("given", "List the events, such as '- { order_placed: { order_id: o1 } }'.");
        var test = new TestDeclaration(
                name,
                reader.node("given").map(this::items).orElse(List.of()),
                reader.section("expect", this::table),
                outcomes(reader, "quarantined", TestParts.QUARANTINED, "reason"),
                outcomes(reader, "ignored", TestParts.IGNORED, "rule"),
                reader.text("through"));
        boolean expects = test.expected().parts().size()
                        + test.quarantined().size()
                        + test.ignored().size()
                > 0;
        if (!expects && test.expected().isWhole()) {
            issues.errorOfPart(
                    reader.path(),
                    "expects nothing",
                    "Say under 'expect' what tables show, such as 'sale: [ { sale_id: s1 } ]'.");
        }
        reader.close();
        return test;
    }

    private ExpectedTable table(Written name, Node part) {
        if (!(part instanceof Node.Mapping)) {
            return new ExpectedTable(name, items(part), Written.nothing(name.path()), List.of());
        }
        PartReader reader = PartReader.of(part, TestParts.TABLE, issues).orElseThrow();
        boolean both = reader.node("rows").isPresent() == reader.node("history").isPresent();
        var table = new ExpectedTable(
                name,
                reader.node("rows").map(this::items).orElse(List.of()),
                reader.text("others"),
                reader.section("history", (member, versions) -> new History(member, items(versions)))
                        .parts());
        if (both) {
            issues.errorOfPart(name.path(), "needs either 'rows' or 'history'", "Write one of them.");
        }
        reader.close();
        return table;
    }

    private List<Outcome> outcomes(PartReader test, String key, Part part, String why) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Node item : test.node(key).map(this::items).orElse(List.of())) {
            PartReader.of(item, part, issues).ifPresent(reader -> {
                outcomes.add(new Outcome(
                        reader.requiredText("event", "Say which of the events given it is, from 1."),
                        reader.text(why)));
                reader.close();
            });
        }
        return outcomes;
    }

    /// The items of a list that is not too long.
    private List<Node> items(Node node) {
        if (!(node instanceof Node.Sequence(var path, var items))) {
            issues.errorOfPart(node.path(), "is %s".formatted(PartReader.shapeOf(node)), "Write a list.");
            return List.of();
        }
        if (items.size() > TestParts.MOST) {
            issues.errorOfPart(
                    path,
                    "has %d entries".formatted(items.size()),
                    "Use at most %d; several small tests say more.".formatted(TestParts.MOST));
        }
        return items.stream().limit(TestParts.MOST).collect(toCollection(ArrayList::new));
    }

    /// The keys of an entry of a list, if it has any.
    static Optional<Node.Mapping> keysOf(Node item, String remedy, Issues issues) {
        if (item instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        issues.errorOfPart(item.path(), "is %s".formatted(PartReader.shapeOf(item)), remedy);
        return Optional.empty();
    }
}
