package dev.startide.app.report;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.domain.quarantine.QuarantineSum;
import dev.startide.warehouse.mapping.EventName;
import java.util.ArrayList;
import java.util.List;

/// What is in the quarantine, for people and for machines. Without what events say.
///
/// @param limit how many entries were asked for
public record QuarantineReport(List<QuarantineSum> sums, List<QuarantineEntry> entries, int limit) {

    public QuarantineReport {
        sums = List.copyOf(sums);
        entries = List.copyOf(entries);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (sums.isEmpty()) {
            lines.add("No such event is in the quarantine.");
            return lines;
        }
        TextTable counted = new TextTable("source", "reason", "events");
        sums.forEach(sum -> counted.row(sum.source().value(), sum.reason().name(), count(sum.events())));
        lines.addAll(counted.lines());
        lines.add("");
        TextTable table = new TextTable("event", "source", "kind", "tried", "attempts", "reason", "message");
        entries.forEach(entry -> table.row(
                TraceReport.place(entry.event().at()),
                entry.event().source().value(),
                kind(entry),
                entry.tried().toString(),
                Integer.toString(entry.attempts()),
                entry.event().rejection().reason().name(),
                entry.event().rejection().message()));
        lines.addAll(table.lines());
        if (entries.size() == limit) {
            lines.add("");
            lines.add("There may be more: --after %s"
                    .formatted(TraceReport.place(entries.getLast().event().at())));
        }
        return lines;
    }

    public String asJson() {
        return Json.object(this, (json, report) -> {
            json.writeNumberField(
                    "events",
                    report.sums().stream().mapToLong(QuarantineSum::events).sum());
            json.writeFieldName("sums");
            Json.writeArray(json, report.sums(), (fields, sum) -> {
                fields.writeStringField("source", sum.source().value());
                fields.writeStringField("reason", sum.reason().name());
                fields.writeNumberField("events", sum.events());
            });
            json.writeFieldName("entries");
            Json.writeArray(json, report.entries(), (fields, entry) -> {
                Rejection rejection = entry.event().rejection();
                fields.writeStringField("event", TraceReport.place(entry.event().at()));
                fields.writeStringField("source", entry.event().source().value());
                fields.writeStringField("kind", kind(entry));
                fields.writeStringField("tried_at", entry.tried().toString());
                fields.writeNumberField("attempts", entry.attempts());
                fields.writeNumberField("model_version", entry.modelVersion());
                fields.writeStringField("stage", rejection.stage().name());
                fields.writeStringField("reason", rejection.reason().name());
                fields.writeStringField("message", rejection.message());
            });
        });
    }

    private static String kind(QuarantineEntry entry) {
        return entry.event().kind().map(EventName::value).orElse("");
    }
}
