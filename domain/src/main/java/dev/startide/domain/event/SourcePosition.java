package dev.startide.domain.event;

/// How far a source has been read, in the source's own words; only its adapter can read them.
public record SourcePosition(String token) {

    /// Bounds what is stored with each batch; the longest of ours, a file's, is far below.
    public static final int MAX_LENGTH = 2_000;

    /// Before the first event of a source that has not been read yet.
    public static final SourcePosition START = new SourcePosition("");

    public SourcePosition {
        if (token.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A source position has at most %d characters, not %d".formatted(MAX_LENGTH, token.length()));
        }
    }
}
