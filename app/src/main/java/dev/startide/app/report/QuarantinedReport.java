package dev.startide.app.report;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.port.inbound.ShowQuarantine.Shown;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.warehouse.mapping.EventName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One event of the quarantine with what it says, for people and for machines.
///
/// @param most how many bytes of what it says are shown
public record QuarantinedReport(Shown shown, int most) {

    public List<String> lines() {
        LoggedEvent logged = shown.found().event();
        List<String> lines = new ArrayList<>();
        lines.add("Event %s of source %s, lane %s"
                .formatted(
                        TraceReport.place(logged.at()),
                        logged.source(),
                        shown.found().lane()));
        if (logged.event().identity() instanceof Identity.Given(var id)) {
            lines.add("Id: " + id);
        }
        lines.add("Arrived %s: %s, %d bytes"
                .formatted(
                        logged.event().arrivedAt(),
                        logged.event().payload().contentType(),
                        logged.event().bytes()));
        lines.add(shown.entry().map(QuarantinedReport::why).orElse("It is not in the quarantine."));
        addHistory(lines);
        if (!logged.event().headers().isEmpty()) {
            lines.add("");
            TextTable headers = new TextTable("header", "value");
            new TreeMap<>(logged.event().headers()).forEach(headers::row);
            lines.addAll(headers.lines());
        }
        PayloadText payload = PayloadText.of(logged.event().payload().bytes(), most);
        lines.add("");
        lines.add(payload.text());
        if (payload.leftOut() > 0) {
            lines.add("… and %d bytes more".formatted(payload.leftOut()));
        }
        return lines;
    }

    private static String why(QuarantineEntry entry) {
        Rejection rejection = entry.event().rejection();
        return "In the quarantine after %d attempt%s, the last one at %s with model %d%s: %s (%s): %s"
                .formatted(
                        entry.attempts(),
                        entry.attempts() == 1 ? "" : "s",
                        entry.tried(),
                        entry.modelVersion(),
                        entry.event().kind().map(kind -> " as " + kind).orElse(""),
                        rejection.reason(),
                        rejection.stage(),
                        rejection.message());
    }

    private void addHistory(List<String> lines) {
        if (shown.history().isEmpty()) {
            return;
        }
        lines.add("");
        TextTable history = new TextTable("action", "at", "what", "by", "outcome", "why");
        shown.history()
                .forEach(action -> history.row(
                        Long.toString(action.action()),
                        action.at().toString(),
                        lower(action.name()),
                        action.by(),
                        lower(action.outcome()),
                        action.why()));
        lines.addAll(history.lines());
    }

    public String asJson() {
        LoggedEvent logged = shown.found().event();
        return Json.object(shown, (json, all) -> {
            json.writeStringField("event", TraceReport.place(logged.at()));
            json.writeStringField("source", logged.source().value());
            json.writeStringField("lane", all.found().lane().value());
            if (logged.event().identity() instanceof Identity.Given(var given)) {
                json.writeStringField("id", given);
            }
            json.writeStringField("arrived_at", logged.event().arrivedAt().toString());
            json.writeBooleanField("quarantined", all.entry().isPresent());
            if (all.entry().isPresent()) {
                QuarantineEntry entry = all.entry().get();
                json.writeStringField(
                        "kind", entry.event().kind().map(EventName::value).orElse(""));
                json.writeStringField("tried_at", entry.tried().toString());
                json.writeNumberField("attempts", entry.attempts());
                json.writeNumberField("model_version", entry.modelVersion());
                json.writeStringField("stage", entry.event().rejection().stage().name());
                json.writeStringField(
                        "reason", entry.event().rejection().reason().name());
                json.writeStringField("message", entry.event().rejection().message());
            }
            json.writeFieldName("history");
            Json.writeArray(json, all.history(), (fields, action) -> {
                fields.writeNumberField("action", action.action());
                fields.writeStringField("what", lower(action.name()));
                fields.writeStringField("by", action.by());
                fields.writeStringField("at", action.at().toString());
                fields.writeStringField("outcome", lower(action.outcome()));
                fields.writeStringField("why", action.why());
            });
            Map<String, String> headers = new TreeMap<>(logged.event().headers());
            Json.writeTexts(json, "headers", headers);
            json.writeStringField("content_type", logged.event().payload().contentType());
            json.writeNumberField("bytes", logged.event().bytes());
            PayloadText payload = PayloadText.of(logged.event().payload().bytes(), most);
            json.writeStringField("payload", payload.text());
            json.writeStringField("payload_form", payload.form().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("payload_bytes_left_out", payload.leftOut());
        });
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
