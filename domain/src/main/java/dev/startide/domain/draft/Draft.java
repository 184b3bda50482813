package dev.startide.domain.draft;

import java.util.List;
import java.util.Map;

/// A draft of a model: every part of it can be used as it is, and is a guess.
///
/// @param calendarFrom the year with which days begin
public record Draft(
        String name,
        List<DraftedSource> sources,
        List<DraftedEvent> events,
        List<DraftedEntity> entities,
        List<DraftedDimension> dimensions,
        List<DraftedFact> facts,
        int calendarFrom) {

    public Draft {
        sources = List.copyOf(sources);
        events = List.copyOf(events);
        entities = List.copyOf(entities);
        dimensions = List.copyOf(dimensions);
        facts = List.copyOf(facts);
    }

    /// A source.
    ///
    /// @param events how many were looked at
    /// @param passedOver how many could not be read
    public record DraftedSource(String name, Sample.Origin origin, int events, int passedOver) {}

    /// An entity.
    ///
    /// @param deletedBy events that say that one is gone
    /// @param each the list whose elements it is made of; empty for whole events
    /// @param references names of entities by the fields that name them
    /// @param because why these events are about one thing
    public record DraftedEntity(
            String name,
            List<String> from,
            List<String> deletedBy,
            String each,
            List<String> key,
            Map<String, String> references,
            String because) {
        public DraftedEntity {
            from = List.copyOf(from);
            deletedBy = List.copyOf(deletedBy);
            key = List.copyOf(key);
        }
    }

    /// A dimension, called as its entity.
    public record DraftedDimension(String name, List<String> attributes, String because) {
        public DraftedDimension {
            attributes = List.copyOf(attributes);
        }
    }

    /// A fact, called as its entity.
    ///
    /// @param from the events that make its rows
    /// @param roles fields by the dimensions that they name
    /// @param measures how each is summed up, by field
    public record DraftedFact(
            String name,
            String from,
            List<String> grain,
            String time,
            Map<String, String> roles,
            List<String> degenerate,
            Map<String, String> measures,
            String because) {
        public DraftedFact {
            grain = List.copyOf(grain);
            degenerate = List.copyOf(degenerate);
        }
    }
}
