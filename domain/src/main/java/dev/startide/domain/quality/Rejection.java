package dev.startide.domain.quality;

/// Why an event cannot be loaded.
///
/// @param message one sentence that names the field and what was expected, without personal data
///     where that can be
public record Rejection(Stage stage, Reason reason, String message) {

    /// Bounds what a hostile event can make us store.
    private static final int MAX_MESSAGE = 2_000;

    public Rejection {
        if (message.length() > MAX_MESSAGE) {
            message = message.substring(0, MAX_MESSAGE);
        }
    }

    /// Where on its way the event failed.
    public enum Stage {
        /// When it was logged.
        INGEST,

        /// When its payload was read.
        PARSE,

        /// When its fields were turned into changes.
        NORMALIZE,

        /// When the database took its rows.
        WRITE
    }

    /// A stable name for why. Reasons appear in the quarantine, in metrics and in runbooks: never
    /// rename one.
    public enum Reason {
        /// The id belongs to an event of other content.
        ID_CONFLICT,

        /// The bytes are not what they claim to be.
        PAYLOAD_UNREADABLE,

        /// The payload is larger, deeper or longer than [dev.startide.domain.event.PayloadLimits]
        /// allow, or it makes more rows than one transaction may write.
        LIMIT_EXCEEDED,

        /// A required field is absent or null.
        FIELD_MISSING,

        /// There is a field that the model does not know, and does not tolerate.
        FIELD_UNKNOWN,

        /// A field cannot be read as its declared type.
        TYPE_MISMATCH,

        /// A field has the right type and a value outside its bounds.
        VALUE_OUT_OF_RANGE,

        /// A field has none of the values that are allowed.
        VALUE_NOT_ALLOWED,

        /// An expression of the model failed on this event.
        EXPRESSION_FAILED,

        /// Two elements of the event have one key and say different things.
        CONTRADICTION,

        /// The weights of a list do not add up to 1.
        BRIDGE_WEIGHTS,

        /// The database refused its rows for their data.
        REFUSED_BY_DATABASE
    }
}
