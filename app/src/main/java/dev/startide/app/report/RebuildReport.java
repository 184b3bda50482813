package dev.startide.app.report;

import static dev.startide.app.terminal.ProgressBar.count;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.app.terminal.TextTable;
import dev.startide.domain.rebuild.AccountDifference;
import dev.startide.domain.rebuild.AccountDifference.Account;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.TableDifference;
import dev.startide.domain.rebuild.TableDifference.Shape;
import dev.startide.domain.rebuild.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a rebuild found when it compared rebuilt tables with live ones, and what came of it.
public record RebuildReport(RebuildOutcome outcome) {

    /// Whether the rebuilt tables are live.
    public boolean isSwapped() {
        return outcome.verdict() instanceof Verdict.Swap;
    }

    /// The tables, those that differ with some of their keys, and the lanes that count otherwise.
    public List<String> lines() {
        TextTable tables = new TextTable("table", "rows", "only live", "only rebuilt", "changed", "columns");
        outcome.comparison()
                .tables()
                .forEach(table -> tables.row(
                        table.table().toString(),
                        count(table.rows()),
                        count(table.onlyLive()),
                        count(table.onlyRebuilt()),
                        count(table.changed()),
                        words(table.shape())));
        List<String> lines = new ArrayList<>(tables.lines());
        for (TableDifference table : outcome.comparison().differing()) {
            if (!table.keys().isEmpty()) {
                lines.add("%s, for example: %s".formatted(table.table(), String.join(", ", table.keys())));
            }
        }
        outcome.comparison().accounts().forEach(lane -> lines.add(line(lane)));
        return lines;
    }

    /// One sentence about what became of the rebuilt tables.
    public String conclusion() {
        return switch (outcome.verdict()) {
            case Verdict.Swap() ->
                "The rebuilt tables are live. The former ones are kept until 'startide rebuild --confirm';"
                        + " 'startide rebuild --revert' puts them back.";
            case Verdict.Keep(var reason) -> reason + ".";
        };
    }

    /// The same for machines.
    public String asJson() {
        return Json.object(outcome, (json, found) -> {
            json.writeBooleanField("swapped", isSwapped());
            json.writeStringField("conclusion", conclusion());
            json.writeFieldName("tables");
            Json.writeArray(json, found.comparison().tables(), RebuildReport::write);
            json.writeFieldName("accounts");
            Json.writeArray(json, found.comparison().accounts(), (fields, lane) -> {
                fields.writeNumberField("lane", lane.lane().value());
                write(fields, "live", lane.live());
                write(fields, "rebuilt", lane.rebuilt());
            });
        });
    }

    private static String line(AccountDifference lane) {
        return "Lane %s: %s, rebuilt %s".formatted(lane.lane(), words(lane.live()), words(lane.rebuilt()));
    }

    private static String words(Account account) {
        return "%s loaded, %s quarantined, %s ignored"
                .formatted(count(account.loaded()), count(account.quarantined()), count(account.ignored()));
    }

    private static String words(Shape shape) {
        return switch (shape) {
            case SAME -> "same";
            case OTHER -> "changed";
            case OTHER_KEY -> "other key";
            case NEW -> "new";
        };
    }

    private static void write(JsonGenerator json, TableDifference table) throws IOException {
        json.writeStringField("table", table.table().toString());
        json.writeStringField("columns", words(table.shape()));
        json.writeNumberField("rows", table.rows());
        json.writeNumberField("onlyLive", table.onlyLive());
        json.writeNumberField("onlyRebuilt", table.onlyRebuilt());
        json.writeNumberField("changed", table.changed());
        json.writeArrayFieldStart("keys");
        for (String key : table.keys()) {
            json.writeString(key);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String name, Account account) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("loaded", account.loaded());
        json.writeNumberField("quarantined", account.quarantined());
        json.writeNumberField("ignored", account.ignored());
        json.writeEndObject();
    }
}
