package dev.startide.warehouse.mapping;

import java.time.Duration;
import java.util.Map;

/// Somewhere that events come from.
///
/// @param kind the name of the adapter that reads it, such as `pulsar`, `http` or `file`
/// @param format what its payloads are, where neither the transport nor the event says so itself
/// @param options what the adapter needs to know; each adapter documents its own
public record Source(SourceName name, String kind, PayloadFormat format, Dedupe dedupe, Map<String, String> options) {

    public Source {
        options = Map.copyOf(options);
    }

    /// How an event that arrives twice is recognised before it is logged.
    ///
    /// Doubled events never change the warehouse, whatever the policy; it keeps the raw log tidy
    /// and answers senders.
    public sealed interface Dedupe {

        /// The source has positions, and each position is logged once.
        record ByPosition() implements Dedupe {}

        /// Events carry ids; an id is remembered for `window` after its arrival.
        record ById(Duration window) implements Dedupe {

            /// Long enough for a sender's retries over a weekend and a day of repair.
            public static final Duration DEFAULT_WINDOW = Duration.ofDays(7);

            public ById {
                if (window.isNegative() || window.isZero()) {
                    throw new IllegalArgumentException("The window of ids must be positive, is " + window);
                }
            }
        }

        /// Every arrival is logged.
        record None() implements Dedupe {}
    }

    /// What the bytes of a payload are.
    public enum PayloadFormat {
        JSON,
        AVRO,

        /// Change envelopes of Debezium, in JSON or, where the transport says so, in Avro: what
        /// became of a row of a table.
        DEBEZIUM
    }
}
