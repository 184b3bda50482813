package dev.startide.app.wiring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All settings of Startide and of the plug-ins on the class path, as the compiler has noted them
/// beside the records that hold them.
public final class DescribedSettings {

    private static final String RESOURCE = "META-INF/spring-configuration-metadata.json";
    private static final String OURS = "startide.";
    private static final JsonFactory FACTORY = new JsonFactory();

    private DescribedSettings() {}

    /// Every setting, in the order of the names.
    public static List<DescribedSetting> all() {
        Map<String, DescribedSetting> settings = new TreeMap<>();
        try {
            ClassLoader loader = DescribedSettings.class.getClassLoader();
            for (URL resource : Collections.list(loader.getResources(RESOURCE))) {
                read(resource).forEach(setting -> settings.put(setting.name(), setting));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(settings.values());
    }

    private static List<DescribedSetting> read(URL resource) throws IOException {
        List<DescribedSetting> settings = new ArrayList<>();
        try (InputStream in = resource.openStream();
                JsonParser json = FACTORY.createParser(in)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT && isProperty(json)) {
                    Map<String, String> property = object(json);
                    if (property.getOrDefault("name", "").startsWith(OURS)) {
                        settings.add(setting(property));
                    }
                }
            }
        }
        return settings;
    }

    private static boolean isProperty(JsonParser json) {
        return json.getParsingContext().pathAsPointer().toString().startsWith("/properties/");
    }

    private static Map<String, String> object(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, json.getText());
        }
        return fields;
    }

    private static DescribedSetting setting(Map<String, String> property) {
        return new DescribedSetting(
                property.getOrDefault("name", ""),
                property.getOrDefault("type", ""),
                property.getOrDefault("defaultValue", ""),
                property.getOrDefault("description", "").replaceAll("\\s+", " "));
    }
}
