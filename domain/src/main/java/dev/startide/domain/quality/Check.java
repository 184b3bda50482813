package dev.startide.domain.quality;

/// A promise that can be checked on a live warehouse.
///
/// @param name how scripts name it: lower case, words joined by hyphens; never changed
/// @param area which part of the warehouse it is about
/// @param promise one sentence that is true of a warehouse that is well
/// @param remedy what to do about a finding, in one sentence
public record Check(String name, Area area, String promise, String remedy) {

    /// A part of the warehouse. Checks are done and shown in this order.
    public enum Area {
        SCHEMA,
        LOG,
        ENTITIES,
        DIMENSIONS,
        FACTS,
        REBUILT
    }

    public Check {
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("'%s' cannot be the name of a check".formatted(name));
        }
    }
}
