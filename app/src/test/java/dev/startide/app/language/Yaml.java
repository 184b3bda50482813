package dev.startide.app.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML as any other program reads and writes it.
final class Yaml {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Yaml() {}

    static JsonNode read(String text) {
        return JSON.valueToTree(load(text));
    }

    private static Object load(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /// On one line, as people write it.
    static String flow(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream()
                    .map(entry -> "%s: %s".formatted(entry.getKey(), flow(entry.getValue())))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(Yaml::flow)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return node.isTextual() && !isPlain(node.asText()) ? "\"%s\"".formatted(node.asText()) : node.asText();
    }

    private static boolean isPlain(String text) {
        try {
            return List.of(text).equals(load("[" + text + "]"));
        } catch (YamlEngineException needsQuotes) {
            return false;
        }
    }
}
