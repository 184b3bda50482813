package dev.startide.adapter.outbound.postgres.log;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Headers as one JSON object of texts, and back. Every text survives: what PostgreSQL cannot hold
/// as a character it holds as an escape.
final class HeadersText {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String json;
    private int at;

    private HeadersText(String json) {
        this.json = json;
    }

    /// Writes headers in the order of their names, so that equal headers give equal text.
    static String write(Map<String, String> headers) {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<>(headers).forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, name);
            json.append(':');
            quote(json, value);
        });
        return json.append('}').toString();
    }

    /// Reads what [#write] wrote.
    static Map<String, String> read(String json) {
        return new HeadersText(json).object();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < FIRST_PRINTABLE || Character.isSurrogate(unit)) {
                json.append("\\u%04x".formatted((int) unit));
            } else {
                json.append(unit);
            }
        }
        json.append('"');
    }

    private Map<String, String> object() {
        Map<String, String> headers = new HashMap<>();
        at = 1;
        while (json.charAt(at) == '"') {
            String name = text();
            at++;
            headers.put(name, text());
            at++;
            if (at == json.length()) {
                break;
            }
        }
        return headers;
    }

    /// Reads a text and moves on to what follows it.
    private String text() {
        StringBuilder text = new StringBuilder();
        at++;
        while (json.charAt(at) != '"') {
            text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at++));
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char kind = json.charAt(at + 1);
        at += 2;
        if (kind != 'u') {
            return kind;
        }
        at += HEX_DIGITS;
        return (char) Integer.parseInt(json, at - HEX_DIGITS, at, HEX);
    }
}
