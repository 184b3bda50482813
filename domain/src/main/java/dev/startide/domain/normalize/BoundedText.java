package dev.startide.domain.normalize;

import java.util.regex.Pattern;

/// A text that may be read only so often. With each letter of a text that does not fit, a pattern
/// such as `(a+)+` takes twice as long: one event could keep the load for years.
final class BoundedText implements CharSequence {

    /// Longer texts fit no pattern: the depth of the search, and so the stack that it takes, grows
    /// with the text.
    static final int LONGEST = 1_000;

    /// What is not found in so many steps does not fit: a hundred for each letter of the
    /// longest text.
    static final int MOST_READS = 100 * LONGEST;

    private final String text;
    private int reads;

    private BoundedText(String text) {
        this.text = text;
    }

    /// Thrown when a text was read too often. Without a stack trace, because it is expected.
    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("The text was read too often", null, false, false);
        }
    }

    /// Whether a text fits a pattern as a whole. The same for every process: steps are counted, not
    /// timed.
    static boolean fits(Pattern pattern, String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        try {
            return pattern.matcher(new BoundedText(text)).matches();
        } catch (Exhausted tooMany) {
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        if (++reads > MOST_READS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
