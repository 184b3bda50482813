package dev.startide.warehouse.expectation;

import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;

/// An event of a test.
public sealed interface GivenEvent {

    /// Its payload, as the text of a JSON document; that of a source may be any text.
    String payload();

    /// An event of a type, whose condition is taken to hold.
    record OfType(EventName type, String payload) implements GivenEvent {}

    /// An event as a source sends it.
    record OfSource(SourceName source, String payload) implements GivenEvent {}
}
