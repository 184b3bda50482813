package dev.startide.app.report;

import dev.startide.app.terminal.TextTable;
import dev.startide.domain.trial.EventFate;
import dev.startide.domain.trial.Preview;
import dev.startide.domain.trial.SeenRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What events would become.
public final class PreviewReport {

    /// More rows of one table are counted only.
    private static final int MOST_ROWS = 50;

    private PreviewReport() {}

    /// The rows of each table, and what cannot be loaded.
    public static List<String> lines(Preview preview) {
        List<String> lines = new ArrayList<>();
        for (Preview.Rows table : preview.tables()) {
            lines.add(table.table());
            TextTable text = new TextTable(table.columns().toArray(String[]::new));
            table.rows().stream().limit(MOST_ROWS).map(SeenRow::texts).forEach(text::row);
            text.lines().forEach(line -> lines.add("  " + line));
            if (table.rows().size() > MOST_ROWS) {
                lines.add("  … and %d more".formatted(table.rows().size() - MOST_ROWS));
            }
            lines.add("");
        }
        for (int index = 0; index < preview.fates().size(); index++) {
            EventFate fate = preview.fates().get(index);
            if (!(fate instanceof EventFate.Loaded)) {
                lines.add("event %d is %s".formatted(index + 1, fate.words()));
            }
        }
        return lines;
    }

    /// The same for machines.
    public static String asJson(Preview preview) {
        return Json.object(preview, (json, all) -> {
            json.writeFieldName("tables");
            Json.writeArray(json, all.tables(), (out, table) -> {
                out.writeStringField("table", table.table());
                out.writeArrayFieldStart("rows");
                for (SeenRow row : table.rows()) {
                    out.writeStartObject();
                    for (Map.Entry<String, String> cell : cells(table, row).entrySet()) {
                        out.writeStringField(cell.getKey(), cell.getValue());
                    }
                    out.writeEndObject();
                }
                out.writeEndArray();
            });
            json.writeArrayFieldStart("events");
            for (EventFate fate : all.fates()) {
                json.writeString(fate.words());
            }
            json.writeEndArray();
        });
    }

    /// What is null is left out.
    private static Map<String, String> cells(Preview.Rows table, SeenRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> texts = row.texts();
        for (int index = 0; index < texts.size(); index++) {
            if (row.at(index) != null) {
                cells.put(table.columns().get(index), texts.get(index));
            }
        }
        return cells;
    }
}
