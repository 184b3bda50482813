package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Written.Spot;
import dev.startide.warehouse.language.ModelParts;
import dev.startide.warehouse.language.Part;
import dev.startide.warehouse.validation.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parts of a model from all of its files, each under its section. Used by one thread.
final class IncludedParts {

    private final Places places;
    private final Map<String, Map<String, Node>> sections = new LinkedHashMap<>();

    /// @param places where the parts stand that were added before
    IncludedParts(Places places) {
        this.places = places;
    }

    /// Adds the parts of the first file. What cannot be understood in it is left to its readers.
    void addFirst(Node root) {
        if (root instanceof Node.Mapping(var _, var entries)) {
            entries.forEach((section, node) -> {
                if (node instanceof Node.Mapping(var _, var parts)
                        && ModelParts.INCLUDED.find(section).isPresent()) {
                    sections.put(section, new LinkedHashMap<>(parts));
                }
            });
        }
    }

    /// Adds the parts of a further file, and tells of what has no place in it.
    void add(YamlReader.Document document, YamlFlaws flaws) {
        if (!(document.root() instanceof Node.Mapping(var _, var entries))) {
            flaws.addSerious(
                    "",
                    Place.startOf(flaws.file()),
                    "has no parts of a model",
                    "Write sections with parts by name, such as 'events:'.");
            return;
        }
        entries.forEach((section, node) -> {
            Place at = document.places().of(section, Spot.NAME);
            if (ModelParts.INCLUDED.find(section).isEmpty()) {
                refuse(section, at, flaws);
            } else if (node instanceof Node.Mapping(var _, var parts)) {
                add(section, parts, document.places(), flaws);
            } else if (!section.equals("include") && !(node instanceof Node.Nothing)) {
                flaws.addSerious(section, at, "has no parts with names", "Write 'name: { … }' for each.");
            }
        });
    }

    private static void refuse(String key, Place at, YamlFlaws flaws) {
        if (ModelParts.MODEL.find(key).isPresent()) {
            flaws.add(
                    key,
                    at,
                    "'%s' is said by the first file of a model".formatted(key),
                    "Write it there, and remove it here.");
        } else {
            flaws.addSerious(
                    key,
                    at,
                    "'%s' is not known here".formatted(key),
                    Suggestion.sentence(key, names(ModelParts.INCLUDED), "Remove it."));
        }
    }

    private static List<String> names(Part part) {
        return part.keys().stream().map(key -> key.name()).toList();
    }

    private void add(String section, Map<String, Node> parts, Places ofFile, YamlFlaws flaws) {
        Map<String, Node> known = sections.computeIfAbsent(section, _ -> new LinkedHashMap<>());
        parts.forEach((name, part) -> {
            if (known.putIfAbsent(name, part) != null) {
                flaws.add(
                        part.path(),
                        ofFile.of(part.path(), Spot.NAME),
                        "'%s' stands at %s as well".formatted(name, places.of(part.path(), Spot.NAME)),
                        "Rename or remove one of them.");
            }
        });
    }

    /// The first file's document with all parts in it.
    Node within(Node root) {
        if (!(root instanceof Node.Mapping(var path, var entries))) {
            return root;
        }
        Map<String, Node> whole = new LinkedHashMap<>(entries);
        sections.forEach((section, parts) -> {
            if (!(whole.get(section) instanceof Node.Scalar) && !(whole.get(section) instanceof Node.Sequence)) {
                whole.put(section, new Node.Mapping(section, parts));
            }
        });
        return new Node.Mapping(path, whole);
    }
}
