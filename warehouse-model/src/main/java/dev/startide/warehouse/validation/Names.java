package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.Identifier;
import dev.startide.warehouse.schema.ReservedWords;
import dev.startide.warehouse.schema.SnakeCase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What names may look like, so that every table and column named after them is a name as well.
final class Names {

    /// The longest ending that is added to the name of an entity: `__change`.
    static final int ENTITY_ENDING = 8;

    /// The longest ending that is added to the name of a dimension or a role: `_durable_key`.
    static final int KEY_ENDING = 12;

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private Names() {}

    /// Whether the name can be used, with an ending of that many letters behind it.
    static boolean check(Written name, int ending, Issues issues) {
        int longest = Identifier.MAX_LENGTH - ending;
        if (!VALID.matcher(name.text()).matches()) {
            issues.error(
                    name,
                    "'%s' cannot be a name".formatted(name.text()),
                    "Use lower-case letters and digits with single underscores between, starting with a letter"
                            + suggestion(name.text()));
            return false;
        }
        if (name.text().length() > longest) {
            issues.error(
                    name,
                    "the name has %d letters".formatted(name.text().length()),
                    "Use at most %d, so that the names made from it fit into %d."
                            .formatted(longest, Identifier.MAX_LENGTH));
            return false;
        }
        return true;
    }

    /// Whether the name can be used as the name of a column.
    static boolean checkColumn(Written name, Issues issues) {
        if (!check(name, 0, issues)) {
            return false;
        }
        if (ReservedWords.contains(name.text())) {
            issues.error(
                    name,
                    "'%s' is a word of SQL, so that the column would need quotes".formatted(name.text()),
                    "Choose another name, such as '%s_value'.".formatted(name.text()));
            return false;
        }
        return true;
    }

    /// Whether a name that is made from several is short enough.
    ///
    /// @param at the part that should be shorter if it is not
    static boolean checkJoined(String joined, Written at, Issues issues) {
        if (joined.length() <= Identifier.MAX_LENGTH) {
            return true;
        }
        issues.error(
                at,
                "the column '%s' would have more than %d letters".formatted(joined, Identifier.MAX_LENGTH),
                "Shorten one of the names that it is made from.");
        return false;
    }

    /// Whether the text can be the name of a column.
    static boolean isColumn(String text) {
        return Identifier.isValid(text);
    }

    /// Whether the text is made of names of columns, with points between.
    static boolean isColumnPath(String text) {
        return Stream.of(text.split("\\.", -1)).allMatch(Names::isColumn);
    }

    /// Whether every name is listed once; those that are listed again are told of.
    static boolean checkDistinct(List<Written> names, Issues issues) {
        Set<String> seen = new HashSet<>();
        for (Written name : names) {
            if (!seen.add(name.text())) {
                issues.error(name, "'%s' is listed twice".formatted(name.text()), "Remove one of them.");
            }
        }
        return seen.size() == names.size();
    }

    private static String suggestion(String text) {
        String snake = SnakeCase.of(text);
        return VALID.matcher(snake).matches() ? ", such as '%s'.".formatted(snake) : ".";
    }
}
