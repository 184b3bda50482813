package dev.startide.domain.port.outbound;

import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;

/// Reads payloads: bytes and their format in, typed values of the declared fields out.
///
/// A pure function of the event and the model: reading an event again gives the same. Never throws
/// for anything that an event may hold; within [dev.startide.domain.event.PayloadLimits] time and
/// memory are bounded. An event that was discarded is ignored, by the rule
/// [Reading.Ignored#DISCARDED]. Safe for use by many threads.
public interface EventReader {

    Reading read(LoggedEvent event);
}
