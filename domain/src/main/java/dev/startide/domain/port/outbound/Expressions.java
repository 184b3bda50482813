package dev.startide.domain.port.outbound;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the expressions of a model into functions of an event.
///
/// Values go in and come out as trees: [dev.startide.domain.normalize.Scalar], [List] and [Map] of
/// trees by name, null. Safe for use by many threads.
public interface Expressions {

    /// Compiles an expression.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if it is none; a
    ///     model that was checked has no such expression
    Expression compile(String text);

    /// A compiled expression: pure, bounded in time and memory, safe for use by many threads.
    interface Expression {

        /// The way to the value if the expression does nothing but select one.
        Optional<Path> path();

        /// The ways to all values of payload and element that it looks at, the longest of each.
        List<Path> looksAt();

        /// Whether it speaks of something beside the payload and the attributes of the CloudEvent:
        /// of the key or of headers.
        boolean isAboutEnvelope();

        /// The value for an event. Never throws.
        Outcome evaluate(Scope scope);
    }

    /// What an expression can speak of.
    ///
    /// @param event the payload
    /// @param element the element of the list that the field belongs to; the payload outside lists
    /// @param attributes CloudEvents attributes by name, such as `type`; none for other events
    /// @param envelope what came around the payload
    record Scope(
            Map<String, @Nullable Object> event,
            Map<String, @Nullable Object> element,
            Map<String, @Nullable Object> attributes,
            Envelope envelope) {

        /// The scope of an element of a list.
        public Scope of(Map<String, @Nullable Object> tree) {
            return new Scope(event, tree, attributes, envelope);
        }
    }

    /// What came around a payload.
    ///
    /// @param key the key of a message, as a tree; null if it has none
    /// @param headers what came with the payload, by name
    /// @param change the change envelope around a row; empty for other events
    record Envelope(@Nullable Object key, Map<String, String> headers, Map<String, @Nullable Object> change) {

        /// Nothing.
        public static final Envelope NONE = new Envelope(null, Map.of());

        /// What came around an event that is no change.
        public Envelope(@Nullable Object key, Map<String, String> headers) {
            this(key, headers, Map.of());
        }

        /// The same around the row of a change.
        public Envelope around(Map<String, @Nullable Object> row) {
            return new Envelope(key, headers, row);
        }
    }

    /// Names that lead from a root to a value.
    record Path(Root root, List<String> names) {
        public Path {
            names = List.copyOf(names);
        }

        /// Where a path starts.
        public enum Root {
            EVENT,
            ELEMENT
        }
    }

    /// What an expression gave.
    sealed interface Outcome {

        /// A tree; null if the expression gave null, or failed because a value that it needs is
        /// null.
        record Value(@Nullable Object tree) implements Outcome {}

        /// Nothing, because the event says nothing of a value that it needs.
        record Unsaid() implements Outcome {}

        /// Nothing, although all was said.
        ///
        /// @param message why, without values of the event
        record Failed(String message) implements Outcome {}
    }
}
