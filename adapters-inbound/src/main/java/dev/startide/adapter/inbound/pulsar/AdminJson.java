package dev.startide.adapter.inbound.pulsar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer of the admin API: objects as maps, lists, text, numbers, booleans and null.
///
/// Whatever is not there, or of another kind than it is asked for, is empty: what brokers answer
/// differs from version to version.
record AdminJson(@Nullable Object tree) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /// Reads an answer; none at all is null.
    static AdminJson read(InputStream answer) throws IOException {
        try (JsonParser json = FACTORY.createParser(answer)) {
            return new AdminJson(json.nextToken() == null ? null : value(json));
        }
    }

    /// A member of an object.
    AdminJson at(String name) {
        return new AdminJson(tree instanceof Map<?, ?> members ? members.get(name) : null);
    }

    Optional<Long> number() {
        return tree instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    Optional<String> text() {
        return tree instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// The elements of a list.
    List<AdminJson> elements() {
        return tree instanceof List<?> list ? list.stream().map(AdminJson::new).toList() : List.of();
    }

    /// The values of an object's members.
    List<AdminJson> values() {
        return tree instanceof Map<?, ?> members
                ? members.values().stream().map(AdminJson::new).toList()
                : List.of();
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser json) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<@Nullable Object> list(JsonParser json) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements;
    }
}
