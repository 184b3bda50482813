package dev.startide.adapter.outbound.payload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Members of an object that nobody knows, and of objects inside of it, each where it was. Used by
/// one thread.
final class Overflow {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /// Keeps a member.
    ///
    /// @param path of the object that has it, each name with a point behind it
    void put(String path, String name, @Nullable Object value) {
        Map<String, @Nullable Object> object = members;
        int from = 0;
        for (int point = path.indexOf('.'); point >= 0; point = path.indexOf('.', from)) {
            object = inside(object, path.substring(from, point));
            from = point + 1;
        }
        object.put(name, value);
    }

    /// All of them, as a tree.
    Map<String, @Nullable Object> members() {
        return members;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> inside(Map<String, @Nullable Object> object, String name) {
        if (!(object.get(name) instanceof Map<?, ?>)) {
            object.put(name, new LinkedHashMap<String, @Nullable Object>());
        }
        return (Map<String, @Nullable Object>) Objects.requireNonNull(object.get(name));
    }
}
