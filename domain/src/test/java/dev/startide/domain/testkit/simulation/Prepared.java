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

    /// An event with an id and a payload that no other has.
    IncomingEvent event(Happening arrival) {
        String number = Integer.toString(arrivals.size());
        arrivals.add(arrival);
        return anEvent(number).saying(number).build();
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

    private static Rejection unreadable() {
        return new Rejection(Rejection.Stage.PARSE, Rejection.Reason.PAYLOAD_UNREADABLE, "It is no event");
    }

    private static IllegalArgumentException nothingArrives(Happening other) {
        return new IllegalArgumentException("Nothing arrives by " + other);
    }
}
