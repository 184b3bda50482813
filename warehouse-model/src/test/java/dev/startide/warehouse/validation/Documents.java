package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Documents for tests, from YAML that is known to be sound.
public final class Documents {

    private Documents() {}

    public static Node of(String yaml) {
        return node("", new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /// The model of a web-shop.
    public static String shop() {
        return resource("/shop.yaml");
    }

    /// The web-shop with one piece of its text replaced by another.
    public static String shopWith(String original, String replacement) {
        String shop = shop();
        int at = shop.indexOf(original);
        if (at < 0 || shop.indexOf(original, at + 1) >= 0) {
            throw new IllegalArgumentException("The shop does not have exactly one: " + original);
        }
        return shop.replace(original, replacement);
    }

    static String resource(String name) {
        try (InputStream stream = Documents.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Node node(String path, Object value) {
        return switch (value) {
            case null -> new Node.Nothing(path);
            case Map<?, ?> map -> {
                Map<String, Node> entries = new LinkedHashMap<>();
                map.forEach((key, entry) ->
                        entries.put(String.valueOf(key), node(Node.pathOf(path, String.valueOf(key)), entry)));
                yield new Node.Mapping(path, entries);
            }
            case List<?> list -> {
                List<Node> items = new ArrayList<>();
                list.forEach(item -> items.add(node(Node.pathOf(path, items.size()), item)));
                yield new Node.Sequence(path, items);
            }
            default -> new Node.Scalar(path, value.toString());
        };
    }
}
