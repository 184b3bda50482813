package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the keys of one part of a document and complains about those that it does not know.
///
/// Only keys that the language defines can be asked for, so that whatever is read is described as
/// well. Every key that is asked for is known from then on. [#close] tells of the others, and of those
/// that must be there and are not.
final class PartReader {

    private final String path;
    private final Part part;
    private final Map<String, Node> entries;
    private final Issues issues;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    private PartReader(String path, Part part, Map<String, Node> entries, Issues issues) {
        this.path = path;
        this.part = part;
        this.entries = entries;
        this.issues = issues;
    }

    /// A reader of the keys of the node; empty, and told of, if it has no keys.
    ///
    /// @param part which keys there may be
    static Optional<PartReader> of(Node node, Part part, Issues issues) {
        if (node instanceof Node.Mapping(var path, var entries)) {
            return Optional.of(new PartReader(path, part, entries, issues));
        }
        issues.errorOfPart(node.path(), "is %s".formatted(shapeOf(node)), "Write keys with values, such as 'a: b'.");
        return Optional.empty();
    }

    /// A reader of parts that have names of their own; empty, and told of, if there are none.
    static Optional<PartReader> ofNames(Node node, Issues issues) {
        return of(node, new Part("names", "Parts by name.", List.of()), issues);
    }

    /// The part under a key, if there is one.
    Optional<Node> node(String key) {
        return find(part.key(key).name());
    }

    private Optional<Node> find(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).filter(node -> !(node instanceof Node.Nothing));
    }

    /// The text under a key; nothing if there is none.
    Written text(String key) {
        return node(key).map(node -> textOf(node, issues)).orElseGet(() -> Written.nothing(pathOf(key)));
    }

    /// The text under a key that must be there.
    Written requiredText(String key, String remedy) {
        require(key, remedy);
        return text(key);
    }

    /// The texts under a key: one, or a list of them.
    List<Written> texts(String key) {
        return node(key).map(node -> textsOf(node, issues)).orElse(List.of());
    }

    /// The texts under a key that must be there.
    List<Written> requiredTexts(String key, String remedy) {
        require(key, remedy);
        return texts(key);
    }

    /// The named parts under a key.
    ///
    /// @param readPart reads one part from its name and node
    <T> Section<T> section(String key, PartOf<T> readPart) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return suspects(key) ? Section.uncertain() : Section.whole(List.of());
        }
        return sectionOf(node.get(), readPart, issues);
    }

    static <T> Section<T> sectionOf(Node node, PartOf<T> readPart, Issues issues) {
        Optional<PartReader> reader = ofNames(node, issues);
        if (reader.isEmpty()) {
            return Section.uncertain();
        }
        List<T> parts = new ArrayList<>();
        reader.get().entries.forEach((name, part) -> parts.add(readPart.read(Written.name(part.path(), name), part)));
        return Section.whole(parts);
    }

    /// Marks a key as one that must be there.
    void require(String key, String remedy) {
        missing.put(part.key(key).name(), remedy);
    }

    /// Complains about a key whose meaning belongs to a later version.
    ///
    /// @return whether it is written
    boolean notYet(String key, String supported) {
        Optional<Node> written = find(key);
        written.ifPresent(node -> issues.errorOfPart(node.path(), "is not yet supported in this version", supported));
        return written.isPresent();
    }

    /// All entries that no one has asked for yet, which become known thereby.
    Map<String, Node> rest() {
        Map<String, Node> rest = new LinkedHashMap<>(entries);
        rest.keySet().removeAll(known);
        known.addAll(rest.keySet());
        return rest;
    }

    /// Forgets about all keys that have not been asked for.
    void ignoreRest() {
        known.addAll(entries.keySet());
        missing.clear();
    }

    /// Complains about keys that no one has asked for, and about missing ones.
    void close() {
        entries.forEach((key, node) -> {
            if (!known.contains(key)) {
                issues.errorOfPart(
                        Node.pathOf(path, key),
                        "'%s' is not known here".formatted(key),
                        Suggestion.sentence(key, known, "Remove it."));
            }
        });
        missing.forEach((key, remedy) -> {
            if (!isWritten(key) && !suspects(key)) {
                issues.errorOfPart(path, "has no '%s'".formatted(key), remedy);
            }
        });
    }

    String path() {
        return path;
    }

    Issues issues() {
        return issues;
    }

    private boolean isWritten(String key) {
        return entries.containsKey(key) && !(entries.get(key) instanceof Node.Nothing);
    }

    /// Whether an unknown key looks like a misspelling of this one.
    boolean suspects(String key) {
        return !entries.containsKey(key)
                && entries.keySet().stream()
                        .anyMatch(written ->
                                Suggestion.nearest(written, Set.of(key)).isPresent());
    }

    private String pathOf(String key) {
        return Node.pathOf(path, key);
    }

    static Written textOf(Node node, Issues issues) {
        if (node instanceof Node.Scalar(var path, var text, Node.Notation.Filled(var written))) {
            return new Written(path, Written.Spot.VALUE, text, written);
        }
        if (node instanceof Node.Scalar(var path, var text, var _)) {
            return Written.value(path, text);
        }
        issues.errorOfPart(node.path(), "is %s".formatted(shapeOf(node)), "Write a single value.");
        return Written.nothing(node.path());
    }

    static List<Written> textsOf(Node node, Issues issues) {
        return switch (node) {
            case Node.Scalar _ -> List.of(textOf(node, issues));
            case Node.Sequence(var _, var items) ->
                items.stream()
                        .map(item -> textOf(item, issues))
                        .filter(Written::isPresent)
                        .toList();
            case Node.Mapping _, Node.Nothing _ -> {
                issues.errorOfPart(
                        node.path(), "is %s".formatted(shapeOf(node)), "Write one value or a list of values.");
                yield List.of();
            }
        };
    }

    static String shapeOf(Node node) {
        return switch (node) {
            case Node.Scalar _ -> "a single value";
            case Node.Sequence _ -> "a list";
            case Node.Mapping _ -> "a group of keys";
            case Node.Nothing _ -> "empty";
        };
    }

    /// Reads one named part.
    @FunctionalInterface
    interface PartOf<T> {
        T read(Written name, Node part);
    }
}
