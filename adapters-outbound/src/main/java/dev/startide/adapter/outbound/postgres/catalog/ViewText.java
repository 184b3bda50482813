package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A view as text, and back: one line for the view, one for each join and each column, parts
/// separated by tabs. Databases hold such texts: what was written must stay readable.
final class ViewText {

    private static final String VIEW = "view";
    private static final String JOIN = "join";
    private static final String COLUMN = "column";
    private static final String SQL = "sql";
    private static final String ABSENT = "";
    private static final int JOIN_PARTS_AT_FIRST = 6;

    private ViewText() {}

    static String write(View view) {
        Stream<String> head = Stream.of(line(
                VIEW,
                view.name().schema(),
                view.name().name(),
                view.from().schema(),
                view.from().name(),
                Integer.toString(view.groups()),
                view.comment()));
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
        };
    }

    static View read(String text) {
        List<View.Join> joins = new ArrayList<>();
        List<View.Output> outputs = new ArrayList<>();
        List<String> head = List.of();
        for (String line : text.split("\n", -1)) {
            List<String> parts = parts(line);
            switch (parts.getFirst()) {
                case VIEW -> head = parts;
                case JOIN -> joins.add(join(parts));
                case COLUMN ->
                    outputs.add(output(parts, new View.Expression.Qualified(parts.get(3), column(parts.get(4)))));
                case SQL -> outputs.add(output(parts, new View.Expression.Sql(parts.get(3))));
                default -> throw new IllegalArgumentException("No line of a view begins with " + parts.getFirst());
            }
        }
        return new View(
                new TableName(head.get(1), head.get(2)),
                new TableName(head.get(3), head.get(4)),
                joins,
                outputs,
                Integer.parseInt(head.get(5)),
                head.get(6));
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
