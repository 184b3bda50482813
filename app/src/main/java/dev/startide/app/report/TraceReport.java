package dev.startide.app.report;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.trace.EventTrace;
import dev.startide.domain.trace.EventTrace.TouchedRow;
import dev.startide.domain.trace.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An event with its rows, for people and for machines. Without its payload, which may hold
/// personal data.
public record TraceReport(EventTrace trace) {

    /// How commands name the place of an event: lane and position.
    public static String place(LanePosition at) {
        return "%d:%d".formatted(at.lane().value(), at.position());
    }

    public List<String> lines() {
        LoggedEvent logged = trace.found().event();
        List<String> lines = new ArrayList<>();
        lines.add("Event %s of source %s, lane %s%s"
                .formatted(place(logged.at()), logged.source(), trace.found().lane(), id(logged)));
        lines.add("Arrived %s: %s, %d bytes"
                .formatted(
                        logged.event().arrivedAt(),
                        logged.event().payload().contentType(),
                        logged.event().bytes()));
        lines.add("Payload: select payload from raw.event_json where lane = %d and position = %d"
                .formatted(logged.at().lane().value(), logged.at().position()));
        lines.add(fate());
        lines.add(reading());
        if (!trace.rows().isEmpty()) {
            lines.add("");
            TextTable table = new TextTable("table", "row", "this event's word");
            trace.rows().forEach(row -> table.row(row.table().toString(), texts(row.key()), word(row)));
            lines.addAll(table.lines());
        }
        return lines;
    }

    public String asJson() {
        return Json.object(trace, (json, all) -> {
            LoggedEvent logged = all.found().event();
            json.writeStringField("event", place(logged.at()));
            json.writeStringField("source", logged.source().value());
            json.writeStringField("lane", all.found().lane().value());
            if (logged.event().identity() instanceof Identity.Given(var given)) {
                json.writeStringField("id", given);
            }
            json.writeStringField("arrived_at", logged.event().arrivedAt().toString());
            json.writeStringField("fate", fateName());
            json.writeStringField("explanation", fate());
            json.writeStringField("reading", reading());
            json.writeFieldName("rows");
            Json.writeArray(json, all.rows(), (fields, row) -> {
                fields.writeStringField("table", row.table().toString());
                Json.writeTexts(fields, "key", row.key());
                fields.writeStringField("word", row.word().name());
            });
        });
    }

    private static String id(LoggedEvent logged) {
        return switch (logged.event().identity()) {
            case Identity.Given(var id) -> ", id " + id;
            case Identity.InContent() -> "";
        };
    }

    private String fate() {
        return switch (trace.found().fate()) {
            case Fate.Waiting() -> "The load has not come to it yet.";
            case Fate.Quarantined(var rejection, var at, int attempts) ->
                "It is in the quarantine since %s, after %d attempt%s: %s"
                        .formatted(at, attempts, attempts == 1 ? "" : "s", text(rejection));
            case Fate.Passed() ->
                switch (trace.reading()) {
                    case Reading.Typed _ -> "It was loaded.";
                    case Reading.Ignored ignored -> "It was ignored: %s.".formatted(ignored.rule());
                    case Reading.Refused _ -> "It was loaded or ignored, under an earlier model.";
                };
        };
    }

    private String fateName() {
        return switch (trace.found().fate()) {
            case Fate.Waiting() -> "waiting";
            case Fate.Quarantined _ -> "quarantined";
            case Fate.Passed() -> trace.reading() instanceof Reading.Ignored ? "ignored" : "loaded";
        };
    }

    private String reading() {
        return switch (trace.reading()) {
            case Reading.Typed(var _, var event) ->
                "The model reads it as %s of %s, sequence %d."
                        .formatted(
                                event.type().name(),
                                event.order().at(),
                                event.order().sequence());
            case Reading.Ignored ignored -> "The model ignores it: %s.".formatted(ignored.rule());
            case Reading.Refused refused -> "The model cannot use it: %s".formatted(text(refused.rejection()));
        };
    }

    private static String text(Rejection rejection) {
        return "%s (%s): %s".formatted(rejection.reason(), rejection.stage(), rejection.message());
    }

    private static String word(TouchedRow row) {
        return switch (row.word()) {
            case LATEST -> "the latest";
            case EARLIER -> "others have spoken since";
            case NO_ROW -> "there is no such row";
            case VERSION -> "the version of its time";
        };
    }

    static String texts(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> "%s=%s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
