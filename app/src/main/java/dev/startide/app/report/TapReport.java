package dev.startide.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.domain.tap.TappedEvent;
import dev.startide.domain.tap.TappedEvent.Says;
import dev.startide.domain.tap.TappedEvent.Standing;
import dev.startide.domain.trial.EventFate;
import java.io.IOException;

/// Events of the raw log, one line each.
public final class TapReport {

    private static final String FORM = "%-10s  %-30s  %-24s  %-20s  %-24s  %s";

    private TapReport() {}

    /// What stands above the lines.
    public static String head() {
        return FORM.formatted("position", "arrived", "type", "key", "happened", "outcome")
                .stripTrailing();
    }

    /// A line for people. Its key may be personal data.
    public static String line(TappedEvent event) {
        String place = event.at().lane() + ":" + event.at().position();
        return (switch (event.says()) {
                    case Says.OfType(var type, var key, var happened) ->
                        FORM.formatted(place, event.arrivedAt(), type, key, happened, outcome(event.standing()));
                    case Says.Nothing() ->
                        FORM.formatted(
                                place, event.arrivedAt(), event.source() + " ?", "", "", outcome(event.standing()));
                })
                .stripTrailing();
    }

    private static String outcome(Standing standing) {
        return switch (standing) {
            case Standing.Waiting() -> "waiting";
            case Standing.Passed(var fate) -> fate.words();
        };
    }

    /// A line for machines.
    public static String asJson(TappedEvent event) {
        return Json.object(event, TapReport::write);
    }

    private static void write(JsonGenerator json, TappedEvent event) throws IOException {
        json.writeNumberField("lane", event.at().lane().value());
        json.writeNumberField("position", event.at().position());
        json.writeStringField("source", event.source().value());
        json.writeStringField("arrived_at", event.arrivedAt().toString());
        if (event.says() instanceof Says.OfType(var type, var key, var happened)) {
            json.writeStringField("type", type);
            json.writeStringField("key", key);
            json.writeStringField("happened_at", happened.toString());
        }
        switch (event.standing()) {
            case Standing.Waiting() -> json.writeStringField("outcome", "waiting");
            case Standing.Passed(EventFate.Loaded()) -> json.writeStringField("outcome", "loaded");
            case Standing.Passed(EventFate.Ignored(var rule)) -> {
                json.writeStringField("outcome", "ignored");
                json.writeStringField("rule", rule);
            }
            case Standing.Passed(EventFate.Quarantined(var reason, var message)) -> {
                json.writeStringField("outcome", "quarantined");
                json.writeStringField("reason", reason);
                json.writeStringField("message", message);
            }
        }
    }
}
