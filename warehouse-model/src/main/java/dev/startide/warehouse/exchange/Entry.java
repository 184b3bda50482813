package dev.startide.warehouse.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Members of a document, in order. For one thread.
final class Entry {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private Entry() {}

    static Entry named(String name) {
        return new Entry().with("name", name);
    }

    static Entry empty() {
        return new Entry();
    }

    Entry with(String key, Object value) {
        members.put(key, value);
        return this;
    }

    /// Leaves out text that says nothing, and lists that are empty.
    Entry withAny(String key, Object value) {
        boolean saysNothing =
                value instanceof String text ? text.isBlank() : value instanceof List<?> list && list.isEmpty();
        return saysNothing ? this : with(key, value);
    }

    Map<String, Object> map() {
        return members;
    }
}
