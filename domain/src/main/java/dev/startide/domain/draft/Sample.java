package dev.startide.domain.draft;

import dev.startide.warehouse.mapping.DescribedField;
import java.util.List;

/// Some of the events of a source.
///
/// @param name what the source is called where it comes from, such as the name of a file
/// @param origin how the source is read
/// @param events not more than were asked for
/// @param schema how a schema describes the payloads, where there is one; empty otherwise
/// @param passedOver events that could not be read
public record Sample(
        String name, Origin origin, List<SampledEvent> events, List<DescribedField> schema, int passedOver) {

    public Sample {
        events = List.copyOf(events);
        schema = List.copyOf(schema);
    }

    /// How a source is read.
    public sealed interface Origin {

        /// From files with one JSON document on each line.
        ///
        /// @param areCloudEvents whether each is a whole CloudEvent
        record Lines(boolean areCloudEvents) implements Origin {}

        /// From a topic of Pulsar.
        ///
        /// @param isAvro whether payloads are Avro where the topic has no schema
        record Topic(String topic, boolean isAvro) implements Origin {}
    }
}
