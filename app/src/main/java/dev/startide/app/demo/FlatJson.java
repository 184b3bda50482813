package dev.startide.app.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Reads what our own child processes say: one JSON object per line.
final class FlatJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private FlatJson() {}

    /// The scalar values of an object and of objects in it, each by its path such as
    /// `postgres.user`.
    static Map<String, String> parse(String line) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    String path = parser.getParsingContext().pathAsPointer().toString();
                    values.put(path.substring(1).replace('/', '.'), parser.getText());
                }
            }
        }
        return values;
    }
}
