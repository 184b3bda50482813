package dev.startide.app.report;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.SourceProgress;
import dev.startide.domain.quality.TableCount;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.retention.LogExtent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// How far everything has come, for people and for machines.
public record StatusReport(
        List<LaneProgress> lanes, List<TableCount> tables, LogExtent log, List<PausedSource> paused) {

    private static final LogExtent UNKNOWN = new LogExtent(0, 0, 0, 0);
    private static final double MEBIBYTE = 1 << 20;

    public StatusReport {
        lanes = List.copyOf(lanes);
        tables = List.copyOf(tables);
        paused = List.copyOf(paused);
    }

    public static StatusReport of(ShowStatus status, ShowQuarantine quarantine) {
        return new StatusReport(status.lanes(), status.tables(), status.log(), quarantine.paused());
    }

    /// Without the rows of the tables, which take longer to count.
    public static StatusReport ofLanes(List<LaneProgress> lanes) {
        return new StatusReport(lanes, List.of(), UNKNOWN, List.of());
    }

    /// Every event that was received is in exactly one of the other columns.
    public String equation() {
        return "%s received = %s loaded + %s quarantined + %s ignored + %s waiting"
                .formatted(
                        count(sum(LaneProgress::received)),
                        count(sum(LaneProgress::loaded)),
                        count(sum(LaneProgress::quarantined)),
                        count(sum(LaneProgress::ignored)),
                        count(waiting()));
    }

    public long waiting() {
        return sum(LaneProgress::waiting);
    }

    public long quarantined() {
        return sum(LaneProgress::quarantined);
    }

    public long sum(ToLongFunction<LaneProgress> column) {
        return lanes.stream().mapToLong(column).sum();
    }

    public List<String> lines() {
        TextTable ofLanes = new TextTable("source", "lane", "received", "loaded", "quarantined", "ignored", "waiting");
        lanes.forEach(lane -> ofLanes.row(
                lane.source().value(),
                lane.name().value(),
                count(lane.received()),
                count(lane.loaded()),
                count(lane.quarantined()),
                count(lane.ignored()),
                count(lane.waiting())));
        List<String> lines = new ArrayList<>(ofLanes.lines());
        lines.add("");
        lines.addAll(tableOfSources().lines());
        lines.add("");
        lines.add(equation());
        paused.forEach(source -> lines.add(source.sentence() + "."));
        lines.add("");
        lines.add(lineOfLog());
        lines.add("");
        lines.addAll(tableOfRows().lines());
        return lines;
    }

    /// How much of the raw log there is, and how much is gone.
    private String lineOfLog() {
        return String.format(
                Locale.ROOT,
                "raw log: %d volumes, %.1f MiB; %s; about %s ids are remembered",
                log.volumes(),
                log.bytes() / MEBIBYTE,
                log.isWhole()
                        ? "every event is there"
                        : "the first %s events were let go".formatted(count(log.released())),
                count(log.ids()));
    }

    private TextTable tableOfSources() {
        TextTable ofSources =
                new TextTable("source", "received", "=", "loaded", "+", "quarantined", "+", "ignored", "+", "waiting");
        SourceProgress.of(lanes)
                .forEach(source -> ofSources.row(
                        source.source().value(),
                        count(source.received()),
                        "=",
                        count(source.loaded()),
                        "+",
                        count(source.quarantined()),
                        "+",
                        count(source.ignored()),
                        "+",
                        count(source.waiting())));
        return ofSources;
    }

    public TextTable tableOfRows() {
        TextTable ofTables = new TextTable("table", "rows");
        tables.forEach(table -> ofTables.row(table.table().toString(), count(table.rows())));
        return ofTables;
    }

    public String asJson() {
        return Json.object(this, (json, report) -> {
            json.writeFieldName("lanes");
            Json.writeArray(json, report.lanes(), (fields, lane) -> {
                fields.writeStringField("source", lane.source().value());
                fields.writeStringField("lane", lane.name().value());
                fields.writeNumberField("received", lane.received());
                fields.writeNumberField("loaded", lane.loaded());
                fields.writeNumberField("quarantined", lane.quarantined());
                fields.writeNumberField("ignored", lane.ignored());
                fields.writeNumberField("waiting", lane.waiting());
            });
            json.writeObjectFieldStart("raw_log");
            json.writeNumberField("volumes", report.log().volumes());
            json.writeNumberField("bytes", report.log().bytes());
            json.writeNumberField("released", report.log().released());
            json.writeNumberField("ids", report.log().ids());
            json.writeEndObject();
            json.writeFieldName("sources");
            Json.writeArray(json, SourceProgress.of(report.lanes()), (fields, source) -> {
                fields.writeStringField("source", source.source().value());
                fields.writeNumberField("received", source.received());
                fields.writeNumberField("loaded", source.loaded());
                fields.writeNumberField("quarantined", source.quarantined());
                fields.writeNumberField("ignored", source.ignored());
                fields.writeNumberField("waiting", source.waiting());
            });
            json.writeFieldName("paused");
            Json.writeArray(json, report.paused(), (fields, source) -> {
                fields.writeStringField("source", source.source().value());
                fields.writeStringField("reason", source.reason().name());
                fields.writeStringField("since", source.since().toString());
                fields.writeStringField("explanation", source.sentence());
            });
            json.writeFieldName("tables");
            Json.writeArray(json, report.tables(), (fields, table) -> {
                fields.writeStringField("table", table.table().toString());
                fields.writeNumberField("rows", table.rows());
            });
        });
    }
}
