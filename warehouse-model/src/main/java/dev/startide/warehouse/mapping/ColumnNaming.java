package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.ReservedWords;
import dev.startide.warehouse.schema.SnakeCase;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives each of several fields a name of its own that a column can have.
final class ColumnNaming {

    private static final String NAMELESS = "field";

    private final Set<String> taken;
    private final String prefix;
    private final int longest;
    private final Map<List<String>, String> names = new LinkedHashMap<>();

    private ColumnNaming(Set<String> taken, String prefix, int longest) {
        this.taken = new HashSet<>(taken);
        this.prefix = prefix;
        this.longest = longest;
    }

    /// A name for each path. Fields that have such a name already keep it; of others that would be
    /// called the same, later ones are numbered.
    ///
    /// @param taken names of others
    /// @param prefix what is put in front of a name that is taken by others; may be empty
    static Map<List<String>, String> names(List<List<String>> paths, Set<String> taken, String prefix, int longest) {
        ColumnNaming naming = new ColumnNaming(taken, prefix, longest);
        paths.stream().filter(path -> path.equals(List.of(naming.wanted(path)))).forEach(naming::name);
        paths.forEach(naming::name);
        return naming.names;
    }

    private void name(List<String> path) {
        names.computeIfAbsent(path, _ -> {
            String wanted = wanted(path);
            String free = !prefix.isEmpty() && taken.contains(wanted) ? cut(prefix + "_" + wanted, longest) : wanted;
            for (int number = 2; !taken.add(free); number++) {
                String ending = "_" + number;
                free = cut(wanted, longest - ending.length()) + ending;
            }
            return free;
        });
    }

    private String wanted(List<String> path) {
        String snake = SnakeCase.of(String.join("_", path));
        String name = snake.isEmpty() ? NAMELESS : snake;
        return cut(ReservedWords.contains(name) ? name + "_value" : name, longest);
    }

    private static String cut(String name, int most) {
        String start = name.substring(0, Math.min(name.length(), most));
        return start.endsWith("_") ? start.substring(0, start.length() - 1) : start;
    }
}
