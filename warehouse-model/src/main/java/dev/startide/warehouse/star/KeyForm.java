package dev.startide.warehouse.star;

/// What the natural keys in a role look like. A key of another form is no key at all, and its place
/// is taken by [SpecialMember#INVALID].
public sealed interface KeyForm {

    /// Any value of the key's type.
    record Any() implements KeyForm {}

    /// Text that a regular expression of Java fits as a whole.
    ///
    /// @param regex a sound expression
    record Matching(String regex) implements KeyForm {}
}
