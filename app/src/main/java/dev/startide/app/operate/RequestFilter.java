package dev.startide.app.operate;

import dev.startide.domain.event.EventTime;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads from the parameters of a request which events of the quarantine are meant; they are called
/// as the options of the commands are.
record RequestFilter(HttpParameters parameters) {

    QuarantineFilter read() {
        try {
            return new QuarantineFilter(
                    values("reason", Reason::valueOf),
                    values("source", SourceName::new),
                    values("event", EventName::new),
                    instant("since", EventTime.EARLIEST),
                    instant("until", EventTime.LATEST),
                    values("lane", lane -> new LaneId(Integer.parseInt(lane))),
                    values("at", RequestFilter::place));
        } catch (IllegalArgumentException wrong) {
            throw Refused.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    /// The same, if it says anything or `all=true` does.
    QuarantineFilter readOrAll() {
        QuarantineFilter filter = read();
        if (filter.toString().isEmpty()
                != Boolean.parseBoolean(parameters.getFirst("all").orElse("false"))) {
            throw Refused.wrong("Say which events are meant, or all=true; not both");
        }
        return filter;
    }

    int limit(int usual, int most) {
        try {
            int limit = Integer.parseInt(parameters.getFirst("limit").orElse(Integer.toString(usual)));
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw Refused.wrong("limit is a number from 1 to " + most);
    }

    static LanePosition place(String text) {
        int colon = text.indexOf(':');
        try {
            return new LanePosition(
                    new LaneId(Integer.parseInt(text.substring(0, Math.max(0, colon)))),
                    Long.parseLong(text.substring(colon + 1)));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'%s' is no LANE:POSITION, such as 1:4711".formatted(text), wrong);
        }
    }

    private Instant instant(String name, Instant otherwise) {
        try {
            return parameters.getFirst(name).map(Instant::parse).orElse(otherwise);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("%s must look like 2026-03-15T12:00:00Z".formatted(name), wrong);
        }
    }

    private <T> Set<T> values(String name, Function<String, T> value) {
        return parameters.getAll(name).stream().map(value).collect(Collectors.toSet());
    }
}
