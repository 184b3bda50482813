package dev.startide.app.report;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.trace.RowTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A row with its events, for people and for machines.
public record RowTraceReport(RowTrace trace) {

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s%s"
                .formatted(
                        trace.table(),
                        TraceReport.texts(trace.key()),
                        trace.row().isEmpty() ? ": there is no such row" : ""));
        lines.add("");
        if (!trace.row().isEmpty()) {
            TextTable row = new TextTable("column", "value");
            trace.row().forEach(row::row);
            lines.addAll(row.lines());
            lines.add("");
        }
        if (trace.events().isEmpty()) {
            lines.add("No event is known that has spoken of it; --all reads the whole raw log for some.");
            return lines;
        }
        TextTable events = new TextTable("event", "event time", "sequence", "says");
        trace.events()
                .forEach(cause -> events.row(
                        TraceReport.place(cause.event()),
                        cause.at().toString(),
                        Long.toString(cause.sequence()),
                        cause.kind() == ChangeKind.GONE ? "that it is gone" : "how it is"));
        lines.addAll(events.lines());
        return lines;
    }

    public String asJson() {
        return Json.object(trace, (json, all) -> {
            json.writeStringField("table", all.table().toString());
            Json.writeTexts(json, "key", all.key());
            Json.writeTexts(json, "row", all.row());
            json.writeFieldName("events");
            Json.writeArray(json, all.events(), (fields, cause) -> {
                fields.writeStringField("event", TraceReport.place(cause.event()));
                fields.writeStringField("at", cause.at().toString());
                fields.writeNumberField("sequence", cause.sequence());
                fields.writeStringField("kind", cause.kind().name().toLowerCase(Locale.ROOT));
            });
        });
    }
}
