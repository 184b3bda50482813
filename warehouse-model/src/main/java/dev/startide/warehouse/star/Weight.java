package dev.startide.warehouse.star;

/// How much of a fact each member of a list stands for. The weights of a list add up to 1.
public sealed interface Weight {

    /// Each member stands for as much as the others.
    record Equal() implements Weight {}

    /// A field of each element says it.
    ///
    /// @param field a number
    record Said(Attribute field) implements Weight {}
}
