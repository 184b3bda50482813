package dev.startide.domain.event;

/// What a payload may not exceed, the same on every path. Beyond these a document costs more to
/// read than any honest event does.
public final class PayloadLimits {

    /// One event. Pulsar's default message size is 5 MiB.
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    /// Objects and lists within each other.
    public static final int MAX_DEPTH = 64;

    /// Characters of a number; a 38-digit decimal with sign, point and exponent fits many times
    /// over.
    public static final int MAX_NUMBER_LENGTH = 200;

    /// The exponent of a decimal number: `1e999999999` is short, and exhausts memory when it is
    /// added to something.
    public static final int MAX_EXPONENT = 400;

    /// Characters of one text.
    public static final int MAX_TEXT_LENGTH = 1_048_576;

    /// Characters of a field name.
    public static final int MAX_NAME_LENGTH = 1_000;

    /// Elements of one list of an event.
    public static final int MAX_ELEMENTS = 10_000;

    private PayloadLimits() {}
}
