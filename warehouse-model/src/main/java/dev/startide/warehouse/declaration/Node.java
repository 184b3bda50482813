package dev.startide.warehouse.declaration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A part of a document that describes a model, whatever the notation.
///
/// The path of a part names the keys that lead to it, such as `facts.order_line.grain[1]`; the
/// path of the document is empty.
public sealed interface Node {

    String path();

    /// Text, a number or a truth value, as it was written.
    ///
    /// @param text without space around it
    record Scalar(String path, String text, Notation notation) implements Node {

        /// A value without quotes.
        public Scalar(String path, String text) {
            this(path, text, new Notation.Plain());
        }
    }

    /// How a single value was written.
    sealed interface Notation {

        /// Without quotes: it may be text, a number or a truth value.
        record Plain() implements Notation {}

        /// In quotes: it is text.
        ///
        /// @param exact with the space around it
        record Quoted(String exact) implements Notation {}

        /// With variables, whose values stand in the text.
        ///
        /// @param written what the file says
        record Filled(String written) implements Notation {}
    }

    /// Parts in order.
    record Sequence(String path, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Parts by name, in order.
    record Mapping(String path, Map<String, Node> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /// A name with nothing behind it.
    record Nothing(String path) implements Node {}

    /// The path of the part of that name in the part at `path`.
    static String pathOf(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// The path of the item at that index, from zero, in the part at `path`.
    static String pathOf(String path, int index) {
        return path + "[" + index + "]";
    }
}
