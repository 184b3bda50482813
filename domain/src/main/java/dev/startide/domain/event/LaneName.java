package dev.startide.domain.event;

/// What a source calls one of its lanes: a partition of a topic, an instance of a server, a file.
public record LaneName(String value) {

    /// Bounds what a source can make us store and show; a topic name with its partition fits.
    public static final int MAX_LENGTH = 1_000;

    public LaneName {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A lane name has 1 to %d characters, not %d".formatted(MAX_LENGTH, value.length()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
