package dev.startide.warehouse.schema;

import java.util.regex.Pattern;

/// The one rule for names that become names in a database.
///
/// A name starts with a letter (or an underscore, which is kept for columns of our own), continues
/// with lower-case letters, digits and underscores, and is at most [#MAX_LENGTH] characters long,
/// so that PostgreSQL neither cuts it off nor needs it quoted.
public final class Identifier {

    /// PostgreSQL's `NAMEDATALEN - 1`; a longer name would be cut off silently.
    public static final int MAX_LENGTH = 63;

    private static final Pattern VALID = Pattern.compile("[a-z_][a-z0-9_]*");

    private Identifier() {}

    /// Whether the text can be a name.
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && VALID.matcher(text).matches();
    }

    /// Returns the text if it can be a name.
    ///
    /// @param what what the name is of, for the message
    /// @throws IllegalArgumentException if it cannot
    public static String require(String what, String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    "'%s' is no %s: use at most %d lower-case letters, digits and underscores, starting with a letter"
                            .formatted(text, what, MAX_LENGTH));
        }
        return text;
    }
}
