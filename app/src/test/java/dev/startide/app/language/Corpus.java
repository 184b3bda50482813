package dev.startide.app.language;

import com.fasterxml.jackson.databind.JsonNode;
import dev.startide.warehouse.language.Key;
import dev.startide.warehouse.language.ModelParts;
import dev.startide.warehouse.language.Part;
import dev.startide.warehouse.language.Shape;
import dev.startide.warehouse.language.SourceParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Model files that use the language: the guide's snippets, what the guide leaves out, and the
/// samples.
final class Corpus {

    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```yaml\n(.*?)^```");

    private static final String FURTHER = "src/test/resources/dev/startide/app/language/further.yaml";

    /// What `further.yaml` includes.
    static final String INCLUDED = "src/test/resources/dev/startide/app/language/closings.yaml";

    private Corpus() {}

    /// A part of a model file, as it stands in a whole.
    ///
    /// @param keys an object
    record Place(Part part, JsonNode keys) {}

    /// The guide, and what it leaves out: between them they show every key.
    static List<String> explained() {
        String guide = SNIPPET.matcher(text("../docs/model.md"))
                .results()
                .map(snippet -> snippet.group(1))
                .flatMap(String::lines)
                .filter(line -> !line.endsWith(": …"))
                .collect(Collectors.joining("\n"));
        return List.of(guide, text(FURTHER));
    }

    static List<String> all() {
        List<String> all = new ArrayList<>(explained());
        all.add(text("../samples/tpch/warehouse.yaml"));
        all.add(text("../samples/brokerage/warehouse.yaml"));
        return all;
    }

    /// The parts of a model file, from the outside in.
    static List<Place> places(JsonNode model) {
        List<Place> places = new ArrayList<>();
        visit(ModelParts.MODEL, model, places::add);
        return places;
    }

    private static void visit(Part part, JsonNode keys, Consumer<Place> visitor) {
        visitor.accept(new Place(part, keys));
        for (Key key : part.keys()) {
            if (keys.has(key.name())) {
                visit(key.shape(), keys.get(key.name()), visitor);
            }
        }
    }

    private static void visit(Shape shape, JsonNode node, Consumer<Place> visitor) {
        switch (shape) {
            case Shape.Group(var part) when node.isObject() -> visit(part, node, visitor);
            case Shape.ByName(var each) -> node.forEach(part -> visit(each, part, visitor));
            case Shape.ByText(var each) when node.isObject() -> node.forEach(part -> visit(each, part, visitor));
            case Shape.ListOf(var each) when node.isArray() -> node.forEach(part -> visit(each, part, visitor));
            case Shape.Either(var forms) -> forms.forEach(form -> visit(form, node, visitor));
            case Shape.Fields(var field) -> node.forEach(part -> visitField(field, part, visitor));
            case Shape.Kinds(var beside) -> {
                visit(beside, node, visitor);
                node.propertyStream()
                        .filter(kind -> beside.find(kind.getKey()).isEmpty())
                        .forEach(kind -> visit(SourceParts.OPTIONS, kind.getValue(), visitor));
            }
            default -> {
                // Single values and lists of them hold no parts.
            }
        }
    }

    private static void visitField(Part field, JsonNode node, Consumer<Place> visitor) {
        if (node.isObject()) {
            visit(field, node, visitor);
        } else if (node.isArray()) {
            node.get(0).forEach(inner -> visitField(field, inner, visitor));
        }
    }

    static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
