package dev.startide.warehouse.language;

/// A key of a part.
///
/// @param meaning what it says, as a sentence in Markdown
/// @param otherwise what holds where it is not written, in Markdown; may be empty
public record Key(String name, Shape shape, Presence presence, String meaning, String otherwise) {

    /// Whether a key has to be written.
    public enum Presence {
        REQUIRED,

        /// Depends on what else is written.
        DEPENDS,

        OPTIONAL
    }

    /// A key that must be written.
    static Key required(String name, Shape shape, String meaning) {
        return new Key(name, shape, Presence.REQUIRED, meaning, "must be given");
    }

    /// A key that must be written in some cases.
    ///
    /// @param otherwise in which cases, or what holds in the others
    static Key depending(String name, Shape shape, String meaning, String otherwise) {
        return new Key(name, shape, Presence.DEPENDS, meaning, otherwise);
    }

    /// A key that may be left out.
    static Key optional(String name, Shape shape, String meaning, String otherwise) {
        return new Key(name, shape, Presence.OPTIONAL, meaning, otherwise);
    }

    /// A key that may be left out, which says nothing.
    static Key optional(String name, Shape shape, String meaning) {
        return optional(name, shape, meaning, "");
    }
}
