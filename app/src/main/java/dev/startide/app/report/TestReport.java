package dev.startide.app.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.app.terminal.TextTable;
import dev.startide.domain.trial.Arrangement;
import dev.startide.domain.trial.Difference;
import dev.startide.domain.trial.Difference.Row;
import dev.startide.domain.trial.TrialOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What came of the tests of a model.
public final class TestReport {

    /// More of one kind say nothing new.
    private static final int MOST_ROWS = 20;

    private static final String MARK = " !";

    private TestReport() {}

    /// A test in all orders: one line, and the differences if there are any. Those that are the same
    /// in several orders are shown once.
    public static List<String> lines(List<TrialOutcome> outcomes) {
        String test = outcomes.getFirst().test();
        if (outcomes.stream().allMatch(TrialOutcome::hasPassed)) {
            return List.of("ok      " + test);
        }
        List<String> lines = new ArrayList<>();
        Map<List<Difference>, List<TrialOutcome>> alike = outcomes.stream()
                .filter(outcome -> !outcome.hasPassed())
                .collect(groupingBy(TrialOutcome::differences, LinkedHashMap::new, toList()));
        alike.forEach((differences, same) -> {
            lines.add("FAILED  %s (%s)".formatted(test, orders(same, outcomes.size())));
            differences.forEach(difference ->
                    lines(difference).map(line -> "        " + line).forEach(lines::add));
        });
        return lines;
    }

    private static String orders(List<TrialOutcome> failed, int all) {
        return failed.size() == all
                ? "in every order"
                : failed.stream()
                        .map(TrialOutcome::arrangement)
                        .map(Arrangement::word)
                        .collect(joining(", "));
    }

    /// A difference in words, with the rows as a table.
    public static Stream<String> lines(Difference difference) {
        return switch (difference) {
            case Difference.OfRows(var table, var columns, var rows) ->
                Stream.concat(
                        Stream.of(table + ":"), table(columns, rows).stream().map(line -> "  " + line));
            case Difference.OfEvent(int number, var expected, var actual) ->
                Stream.of("event %d: expected %s; it was %s".formatted(number, expected, actual));
            case Difference.OfGrain(var fact, var grain, var rows) ->
                Stream.of("%s: its grain is not unique. With %s there are %d rows: %s"
                        .formatted(fact, grain, rows.size(), String.join("; ", rows)));
        };
    }

    private static List<String> table(List<String> columns, List<Row> rows) {
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(columns);
        TextTable table = new TextTable(head.toArray(String[]::new));
        rows.stream().limit(MOST_ROWS).forEach(row -> {
            switch (row) {
                case Row.Missing(var expected) -> table.row(with("missing", expected));
                case Row.Unexpected(var actual) -> table.row(with("unexpected", actual));
                case Row.Other(var expected, var actual, var differing) -> {
                    table.row(with("expected", expected));
                    table.row(with("actual", marked(actual, differing)));
                }
            }
        });
        List<String> lines = new ArrayList<>(table.lines());
        if (rows.size() > MOST_ROWS) {
            lines.add("… and %d more".formatted(rows.size() - MOST_ROWS));
        }
        return lines;
    }

    private static List<String> with(String what, List<String> cells) {
        return Stream.concat(Stream.of(what), cells.stream()).toList();
    }

    private static List<String> marked(List<String> cells, Set<Integer> differing) {
        return IntStream.range(0, cells.size())
                .mapToObj(index -> differing.contains(index) ? cells.get(index) + MARK : cells.get(index))
                .toList();
    }

    /// All outcomes for machines.
    public static String asJson(List<TrialOutcome> outcomes) {
        return Json.array(outcomes, (json, outcome) -> {
            json.writeStringField("test", outcome.test());
            json.writeStringField("order", outcome.arrangement().word());
            json.writeBooleanField("passed", outcome.hasPassed());
            json.writeFieldName("differences");
            Json.writeArray(json, outcome.differences(), TestReport::write);
        });
    }

    private static void write(JsonGenerator json, Difference difference) throws IOException {
        switch (difference) {
            case Difference.OfRows(var table, var columns, var rows) -> {
                json.writeStringField("table", table);
                writeTexts(json, "columns", columns);
                json.writeFieldName("rows");
                Json.writeArray(json, rows, TestReport::writeRow);
            }
            case Difference.OfEvent(int number, var expected, var actual) -> {
                json.writeNumberField("event", number);
                json.writeStringField("expected", expected);
                json.writeStringField("actual", actual);
            }
            case Difference.OfGrain(var fact, var grain, var rows) -> {
                json.writeStringField("fact", fact);
                json.writeStringField("grain", grain);
                writeTexts(json, "rows", rows);
            }
        }
    }

    private static void writeRow(JsonGenerator json, Row row) throws IOException {
        switch (row) {
            case Row.Missing(var expected) -> writeTexts(json, "expected", expected);
            case Row.Unexpected(var actual) -> writeTexts(json, "actual", actual);
            case Row.Other(var expected, var actual, var _) -> {
                writeTexts(json, "expected", expected);
                writeTexts(json, "actual", actual);
            }
        }
    }

    private static void writeTexts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
