package dev.startide.domain.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ways through payloads.
final class Trees {

    private Trees() {}

    /// The value at the end of a path; empty if it is null or not said.
    static Optional<Object> at(@Nullable Object tree, List<String> path) {
        Object value = tree;
        for (String name : path) {
            value = value instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return Optional.ofNullable(value);
    }

    /// The objects of a list; none if it is no list.
    static List<Map<?, ?>> objects(@Nullable Object tree) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (tree instanceof List<?> elements) {
            for (Object element : elements) {
                if (element instanceof Map<?, ?> members) {
                    objects.add(members);
                }
            }
        }
        return objects;
    }

    /// Whether it is a list with nothing but objects in it.
    static boolean isListOfObjects(Object tree) {
        return tree instanceof List<?> elements && objects(tree).size() == elements.size();
    }

    /// The names that lead to a member.
    static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
