package dev.startide.domain.testkit.simulation;

import static dev.startide.domain.testkit.EventBuilder.anEvent;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.warehouse.mapping.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Events whose payloads are their numbers, and what a reader makes of them.
final class Prepared {

    private final List<Happening> arrivals = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    /// An event with an id and a payload that no other has.
    IncomingEvent event(Happening arrival) {
        return event(arrival, Integer.toString(arrivals.size()));
    }

    /// An event with a payload that no other has, and with the id that the last one to the same source
    /// had, if there was one.
    IncomingEvent contradiction(Happening arrival, List<Source> sources) {
        Source source = sourceOf(arrival, sources);
        for (int number = arrivals.size() - 1; number >= 0; number--) {
            if (sourceOf(arrivals.get(number), sources).equals(source)) {
                return event(arrival, ids.get(number));
            }
        }
        return event(arrival);
    }

    private IncomingEvent event(Happening arrival, String id) {
        String number = Integer.toString(arrivals.size());
        arrivals.add(arrival);
        ids.add(id);
        return anEvent(id).saying(number).build();
    }

    /// The id of the event of a number.
    String id(int number) {
        return ids.get(number);
    }

    List<Happening> arrivals() {
        return arrivals;
    }

    static int laneOf(Happening arrival) {
        return switch (arrival) {
            case Happening.Arrives arrives -> arrives.lane();
            case Happening.ArrivesUnreadable unreadable -> unreadable.lane();
            case Happening.ArrivesUnknown unknown -> unknown.lane();
            case Happening.IsLoaded _, Happening.IsFilled _, Happening.GoesWrong _, Happening.Changes _ ->
                throw nothingArrives(arrival);
        };
    }

    static String numberOf(LoggedEvent logged) {
        return numberOf(logged.event());
    }

    static String numberOf(IncomingEvent event) {
        return new String(event.payload().bytes(), StandardCharsets.UTF_8);
    }

    static Source sourceOf(Happening arrival, List<Source> sources) {
        return switch (arrival) {
            case Happening.Arrives(var event, int _) ->
                sources.stream()
                        .filter(source -> source.name().equals(event.type().source()))
                        .findFirst()
                        .orElseThrow();
            case Happening.ArrivesUnreadable(var source, int _) -> source;
            case Happening.ArrivesUnknown(var source, int _) -> source;
            case Happening.IsLoaded _, Happening.IsFilled _, Happening.GoesWrong _, Happening.Changes _ ->
                throw nothingArrives(arrival);
        };
    }

    Reading read(LoggedEvent logged) {
        if (logged.admission() == LoggedEvent.Admission.ID_CONFLICT) {
            return new Reading.Refused(logged.at(), logged.source(), CONFLICT);
        }
        Happening arrival = arrivals.get(Integer.parseInt(numberOf(logged)));
        return switch (arrival) {
            case Happening.Arrives(var event, int _) -> new Reading.Typed(logged.source(), at(logged, event.build()));
            case Happening.ArrivesUnreadable _ -> new Reading.Refused(logged.at(), logged.source(), unreadable());
            case Happening.ArrivesUnknown _ ->
                new Reading.Ignored(logged.at(), logged.source(), Reading.Ignored.NO_EVENT_TYPE);
            case Happening.IsLoaded _, Happening.IsFilled _, Happening.GoesWrong _, Happening.Changes _ ->
                throw nothingArrives(arrival);
        };
    }

    private static TypedEvent at(LoggedEvent logged, TypedEvent event) {
        return new TypedEvent(event.type(), logged.at(), event.order(), event.fields());
    }

    private static final Rejection CONFLICT = new Rejection(
            Rejection.Stage.INGEST, Rejection.Reason.ID_CONFLICT, "The id belongs to an event of other content");

    private static Rejection unreadable() {
        return new Rejection(Rejection.Stage.PARSE, Rejection.Reason.PAYLOAD_UNREADABLE, "It is no event");
    }

    private static IllegalArgumentException nothingArrives(Happening other) {
        return new IllegalArgumentException("Nothing arrives by " + other);
    }
}
