package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.MovingWindow;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A view as text, and back: one line for the view, one for each join and each column, parts
/// separated by tabs; a combined view has a line of its own before those of its sides. Databases
/// hold such texts: what was written must stay readable.
final class ViewText {

    private static final String VIEW = "view";
    private static final String JOIN = "join";
    private static final String COLUMN = "column";
    private static final String SQL = "sql";
    private static final String WINDOW = "window";
    private static final String COMBINED = "combined";
    private static final String ABSENT = "";
    private static final int JOIN_PARTS_AT_FIRST = 6;

    private ViewText() {}

    static String write(View view) {
        return switch (view.content()) {
            case View.Rows rows -> write(view.name(), rows, view.comment());
            case View.Combined(var sides, var measures) ->
                Stream.concat(
                                Stream.of(line(Stream.concat(
                                                Stream.of(
                                                        COMBINED,
                                                        view.name().schema(),
                                                        view.name().name(),
                                                        view.comment()),
                                                measures.stream().map(ColumnName::value))
                                        .toArray(String[]::new))),
                                sides.stream().map(side -> write(view.name(), side, ABSENT)))
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String write(TableName name, View.Rows view, String comment) {
        Stream<String> head = Stream.of(line(
                VIEW,
                name.schema(),
                name.name(),
                view.from().schema(),
                view.from().name(),
                Integer.toString(view.groups()),
                comment));
        Stream<String> joins = view.joins().stream().map(ViewText::write);
        Stream<String> outputs = view.outputs().stream().map(ViewText::write);
        return Stream.of(head, joins, outputs).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    private static String write(View.Join join) {
        Stream<String> parts = Stream.of(
                JOIN,
                join.alias(),
                join.target().schema(),
                join.target().name(),
                join.fromColumn().value(),
                join.targetColumn().value(),
                join.fromAlias(),
                join.only().map(ColumnName::value).orElse(ABSENT));
        return line(Stream.concat(parts, join.sameNamed().stream().map(ColumnName::value))
                .toArray(String[]::new));
    }

    private static String write(View.Output output) {
        return switch (output.expression()) {
            case View.Expression.Qualified(var alias, var column) ->
                line(COLUMN, output.name().value(), output.comment(), alias, column.value());
            case View.Expression.Sql(var text) -> line(SQL, output.name().value(), output.comment(), text);
            case View.Expression.Window window -> write(output, window);
        };
    }

    private static String write(View.Output output, View.Expression.Window window) {
        MovingWindow moving = window.window();
        Stream<String> parts = Stream.of(
                WINDOW,
                output.name().value(),
                output.comment(),
                moving.function().name(),
                moving.of().value(),
                Integer.toString(moving.over().count()),
                moving.over().unit().name(),
                moving.zone(),
                window.order().value());
        return line(Stream.concat(parts, window.per().stream().map(ColumnName::value))
                .toArray(String[]::new));
    }

    static View read(String text) {
        List<List<String>> lines =
                Stream.of(text.split("\n", -1)).map(ViewText::parts).toList();
        List<String> head = lines.getFirst();
        TableName name = new TableName(head.get(1), head.get(2));
        if (!head.getFirst().equals(COMBINED)) {
            return new View(name, rows(lines), head.get(6));
        }
        List<View.Rows> sides = new ArrayList<>();
        int begin = 1;
        for (int end = 2; end <= lines.size(); end++) {
            if (end == lines.size() || lines.get(end).getFirst().equals(VIEW)) {
                sides.add(rows(lines.subList(begin, end)));
                begin = end;
            }
        }
        List<ColumnName> measures = head.stream().skip(4).map(ViewText::column).toList();
        return new View(name, new View.Combined(sides, measures), head.get(3));
    }

    private static View.Rows rows(List<List<String>> lines) {
        List<String> head = lines.getFirst();
        List<View.Join> joins = new ArrayList<>();
        List<View.Output> outputs = new ArrayList<>();
        for (List<String> parts : lines.subList(1, lines.size())) {
            switch (parts.getFirst()) {
                case JOIN -> joins.add(join(parts));
                case COLUMN ->
                    outputs.add(output(parts, new View.Expression.Qualified(parts.get(3), column(parts.get(4)))));
                case SQL -> outputs.add(output(parts, new View.Expression.Sql(parts.get(3))));
                case WINDOW -> outputs.add(output(parts, window(parts)));
                default -> throw new IllegalArgumentException("No line of a view begins with " + parts.getFirst());
            }
        }
        return new View.Rows(new TableName(head.get(3), head.get(4)), joins, outputs, Integer.parseInt(head.get(5)));
    }

    private static View.Expression window(List<String> parts) {
        MovingWindow.Span over =
                new MovingWindow.Span(Integer.parseInt(parts.get(5)), MovingWindow.Unit.valueOf(parts.get(6)));
        return new View.Expression.Window(
                new MovingWindow(MovingWindow.Function.valueOf(parts.get(3)), column(parts.get(4)), over, parts.get(7)),
                parts.stream().skip(9).map(ViewText::column).toList(),
                column(parts.get(8)));
    }

    /// Joins that were written before there were others are to the view's own table.
    private static View.Join join(List<String> parts) {
        View.Join join = new View.Join(
                parts.get(1), new TableName(parts.get(2), parts.get(3)), column(parts.get(4)), column(parts.get(5)));
        if (parts.size() <= JOIN_PARTS_AT_FIRST) {
            return join;
        }
        Optional<ColumnName> only = parts.get(7).equals(ABSENT) ? Optional.empty() : Optional.of(column(parts.get(7)));
        return new View.Join(
                join.alias(),
                join.target(),
                parts.get(6),
                join.fromColumn(),
                join.targetColumn(),
                only,
                parts.stream().skip(8).map(ViewText::column).toList());
    }

    private static View.Output output(List<String> parts, View.Expression expression) {
        return new View.Output(column(parts.get(1)), expression, parts.get(2));
    }

    private static ColumnName column(String name) {
        return new ColumnName(name);
    }

    private static String line(String... parts) {
        return Stream.of(parts)
                .map(part -> part.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r"))
                .collect(Collectors.joining("\t"));
    }

    private static List<String> parts(String line) {
        return Stream.of(line.split("\t", -1)).map(ViewText::unescape).toList();
    }

    private static String unescape(String part) {
        StringBuilder text = new StringBuilder(part.length());
        int index = 0;
        while (index < part.length()) {
            char unit = part.charAt(index);
            boolean isEscape = unit == '\\';
            text.append(isEscape ? escaped(part.charAt(index + 1)) : unit);
            index += isEscape ? 2 : 1;
        }
        return text.toString();
    }

    private static char escaped(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> '\\';
        };
    }
}
