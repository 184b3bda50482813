package dev.startide.warehouse.schema;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names as a model writes them, made of names as others write them: `orderId` becomes `order_id`.
public final class SnakeCase {

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern END_OF_CAPITALS = Pattern.compile("([A-Z])([A-Z][a-z])");
    private static final Pattern NO_PART_OF_A_NAME = Pattern.compile("[^a-z0-9]+");
    private static final Pattern AROUND = Pattern.compile("^[_0-9]+|_+$");

    private SnakeCase() {}

    /// Lower-case letters and digits with single underscores between, beginning with a letter; empty
    /// if the text has no letter that could be one of a name.
    public static String of(String text) {
        String spaced =
                HUMP.matcher(END_OF_CAPITALS.matcher(text).replaceAll("$1_$2")).replaceAll("$1_$2");
        String joined =
                NO_PART_OF_A_NAME.matcher(spaced.toLowerCase(Locale.ROOT)).replaceAll("_");
        return AROUND.matcher(joined).replaceAll("");
    }

    /// What one of several things is called: `lines` are made of a `line`.
    public static String singular(String several) {
        if (several.endsWith("ies")) {
            return several.substring(0, several.length() - 3) + "y";
        }
        boolean isPlural = several.endsWith("s") && !several.endsWith("ss") && several.length() > 1;
        return isPlural ? several.substring(0, several.length() - 1) : several;
    }
}
