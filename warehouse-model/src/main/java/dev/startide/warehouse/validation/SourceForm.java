package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.SourceDeclaration;
import dev.startide.warehouse.declaration.SourceDeclaration.DedupeDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.SourceParts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How a source is written: `orders: { pulsar: { topic: …, format: avro }, dedupe: none }`.
final class SourceForm {

    private static final String DEDUPE = "dedupe";
    private static final String FORMAT = "format";

    private SourceForm() {}

    static SourceDeclaration read(Written name, Node part, Issues issues) {
        Optional<PartReader> reader = PartReader.of(part, SourceParts.SOURCE, issues);
        if (reader.isEmpty()) {
            return unreadable(name);
        }
        DedupeDeclaration dedupe =
                reader.get().node(DEDUPE).map(node -> dedupe(node, issues)).orElseGet(() -> noDedupe(part));
        Map<String, Node> kinds = reader.get().rest();
        if (kinds.size() != 1) {
            issues.error(
                    name,
                    kinds.isEmpty() ? "has no kind" : "names %s, but has one kind".formatted(kinds.keySet()),
                    "Write one kind with its options, such as '{ http: { path: /events/%s } }'."
                            .formatted(name.text()));
            return unreadable(name);
        }
        Node options = kinds.values().iterator().next();
        return ofKind(
                name, Written.name(options.path(), kinds.keySet().iterator().next()), options, dedupe, issues);
    }

    private static SourceDeclaration ofKind(
            Written name, Written kind, Node node, DedupeDeclaration dedupe, Issues issues) {
        Map<String, Written> options = options(node, issues);
        Written misplaced = options.remove(DEDUPE);
        if (misplaced != null) {
            issues.error(misplaced, "'dedupe' is no option of a kind", "Write it beside '%s'.".formatted(kind.text()));
        }
        Written format = options.remove(FORMAT);
        return new SourceDeclaration(
                name, kind, format == null ? Written.nothing(node.path()) : format, dedupe, options);
    }

    private static Map<String, Written> options(Node node, Issues issues) {
        Map<String, Written> options = new LinkedHashMap<>();
        if (!(node instanceof Node.Nothing)) {
            PartReader.of(node, SourceParts.OPTIONS, issues)
                    .ifPresent(reader -> reader.rest()
                            .forEach((option, value) -> options.put(option, PartReader.textOf(value, issues))));
        }
        return options;
    }

    private static DedupeDeclaration dedupe(Node node, Issues issues) {
        if (node instanceof Node.Mapping) {
            PartReader reader = PartReader.of(node, SourceParts.DEDUPE, issues).orElseThrow();
            Written window = reader.requiredText("id", "Write how long ids are remembered, such as '{ id: 7d }'.");
            reader.close();
            return new DedupeDeclaration(Written.value(node.path(), "id"), window);
        }
        return new DedupeDeclaration(PartReader.textOf(node, issues), Written.nothing(node.path()));
    }

    private static DedupeDeclaration noDedupe(Node part) {
        return new DedupeDeclaration(Written.nothing(part.path()), Written.nothing(part.path()));
    }

    private static SourceDeclaration unreadable(Written name) {
        Written nothing = Written.nothing(name.path());
        return new SourceDeclaration(name, nothing, nothing, new DedupeDeclaration(nothing, nothing), Map.of());
    }
}
