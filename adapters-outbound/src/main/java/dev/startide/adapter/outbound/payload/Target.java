package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.Scalar;
import org.jspecify.annotations.Nullable;

/// Takes one value from a decoder, which calls exactly one of the methods.
interface Target {

    void scalar(Scalar value);

    /// The value is an explicit null.
    void nothing();

    ObjectTarget object();

    ListTarget list();

    /// Takes the members of an object.
    interface ObjectTarget {

        /// What takes the next member's value; null if nobody wants it, and it is skipped.
        @Nullable
        Target member(String name);

        void end();
    }

    /// Takes the elements of a list.
    interface ListTarget {

        /// What takes the next element.
        Target element();

        void end();
    }
}
