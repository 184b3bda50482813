package dev.startide.adapter.outbound.postgres.sql;

/// Text as PostgreSQL can hold it: without NUL and halves of surrogate pairs. Both ways, and text
/// that needs no escape stays as it is.
///
/// A NUL becomes `\u0000`, half of a pair `\ud83d`, a backslash `\\`.
public final class StorableText {

    private static final char ESCAPE = '\\';
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private StorableText() {}

    public static String escape(String text) {
        int first = firstToEscape(text, 0);
        if (first < 0) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + HEX).append(text, 0, first);
        int start = first;
        while (first >= 0) {
            escaped.append(text, start, first);
            char unit = text.charAt(first);
            escaped.append(unit == ESCAPE ? "\\\\" : "\\u%04x".formatted((int) unit));
            start = first + 1;
            first = firstToEscape(text, start);
        }
        return escaped.append(text, start, text.length()).toString();
    }

    public static String unescape(String escaped) {
        int at = escaped.indexOf(ESCAPE);
        if (at < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder(escaped.length());
        int start = 0;
        while (at >= 0) {
            text.append(escaped, start, at);
            boolean isBackslash = escaped.charAt(at + 1) == ESCAPE;
            int end = at + (isBackslash ? 2 : 2 + HEX_DIGITS);
            text.append(isBackslash ? ESCAPE : (char) Integer.parseInt(escaped, at + 2, end, HEX));
            start = end;
            at = escaped.indexOf(ESCAPE, start);
        }
        return text.append(escaped, start, escaped.length()).toString();
    }

    private static int firstToEscape(String text, int from) {
        for (int index = from; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == 0 || unit == ESCAPE) {
                return index;
            }
            if (Character.isSurrogate(unit)) {
                if (!isPair(text, index)) {
                    return index;
                }
                index++;
            }
        }
        return -1;
    }

    private static boolean isPair(String text, int index) {
        return index + 1 < text.length() && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
    }
}
