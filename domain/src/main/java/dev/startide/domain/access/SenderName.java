package dev.startide.domain.access;

/// What a sender is called in logs, limits and the list of keys.
///
/// @param value from 1 to [#MAX_LENGTH] visible characters without white space
public record SenderName(String value) {

    /// Bounds what a sender can make us remember and show.
    public static final int MAX_LENGTH = 200;

    public SenderName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A sender's name has 1 to %d visible characters and no white space".formatted(MAX_LENGTH));
        }
    }

    /// Whether a text can be a sender's name.
    public static boolean isValid(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.codePoints().allMatch(SenderName::isVisible);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
