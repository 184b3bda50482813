package dev.startide.adapter.inbound.decode;

import java.util.Map;
import java.util.TreeMap;

/// Collects what came with a payload, within bounds and without what a database cannot keep.
///
/// Which headers are kept depends on nothing but the headers: of too many, the first ones in
/// alphabetical order.
public final class Headers {

    /// The most headers of an event; more are left out, and [#LEFT_OUT] says how many.
    public static final int MAX_COUNT = 100;

    /// Characters of a name; headers with longer names are left out.
    public static final int MAX_NAME_LENGTH = 200;

    /// Characters of a value; longer values are cut.
    public static final int MAX_VALUE_LENGTH = 4_000;

    /// The header that says how many others were left out.
    public static final String LEFT_OUT = "startide-headers-left-out";

    private Headers() {}

    /// The headers to keep.
    public static Map<String, String> bounded(Map<String, String> headers) {
        Map<String, String> kept = new TreeMap<>();
        new TreeMap<>(headers).forEach((name, value) -> {
            if (kept.size() < MAX_COUNT && !name.isEmpty() && name.length() <= MAX_NAME_LENGTH) {
                kept.put(storable(name), storable(cut(value)));
            }
        });
        int leftOut = headers.size() - kept.size();
        if (leftOut > 0) {
            kept.put(LEFT_OUT, Integer.toString(leftOut));
        }
        return kept;
    }

    private static String cut(String value) {
        return value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH);
    }

    /// NUL and halves of surrogate pairs cannot be stored as text; each becomes the replacement
    /// character.
    private static String storable(String text) {
        return text.codePoints()
                .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
