package dev.startide.domain.draft;

import dev.startide.warehouse.schema.ReservedWords;
import dev.startide.warehouse.schema.SnakeCase;
import java.util.HashSet;
import java.util.Set;

/// Names of the parts of a draft, each given once.
final class DraftNames {

    /// Letters of a field's name, so that a column that is called after a role and a field still has
    /// a name.
    static final int LONGEST_FIELD = 40;

    /// Letters of any other name.
    static final int LONGEST = 20;

    private final Set<String> taken = new HashSet<>();

    /// Whether a list of a payload can be declared under this name, which is its own.
    static boolean isOne(String name) {
        return name.length() <= LONGEST_FIELD
                && !name.isEmpty()
                && SnakeCase.of(name).equals(name)
                && !ReservedWords.contains(name);
    }

    /// A name that nothing else has.
    ///
    /// @param wanted what it would best be called, in any spelling
    /// @param otherwise its name if nothing of that can be one
    String give(String wanted, String otherwise) {
        String name = plain(wanted).isEmpty() ? otherwise : plain(wanted);
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    /// Whether something has the name already.
    boolean has(String name) {
        return taken.contains(name);
    }

    /// A text as a name that needs no quotes; empty if nothing of it can be one.
    static String plain(String text) {
        String snake = SnakeCase.of(text);
        String name = snake.substring(0, Math.min(LONGEST, snake.length())).replaceAll("_+$", "");
        return ReservedWords.contains(name) ? name + "s" : name;
    }
}
