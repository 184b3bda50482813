package dev.startide.warehouse.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How logical types are spelled in a model file.
final class LogicalTypeSyntax {

    static final Pattern TYPE = Pattern.compile("([a-z]+)(?:\\((\\d{1,9})(?:,\\s*(\\d{1,9}))?\\))?");

    private static final Map<String, LogicalType> PLAIN = Map.ofEntries(
            Map.entry("text", new LogicalType.Text()),
            Map.entry("int", new LogicalType.Int()),
            Map.entry("integer", new LogicalType.Int()),
            Map.entry("bigint", new LogicalType.BigInt()),
            Map.entry("double", new LogicalType.Floating()),
            Map.entry("boolean", new LogicalType.Bool()),
            Map.entry("date", new LogicalType.Date()),
            Map.entry("time", new LogicalType.Time()),
            Map.entry("timestamptz", new LogicalType.Timestamp()),
            Map.entry("uuid", new LogicalType.Uuid()),
            Map.entry("json", new LogicalType.Json()),
            Map.entry("bytea", new LogicalType.Bytes()));

    private LogicalTypeSyntax() {}

    static List<String> plainNames() {
        return PLAIN.keySet().stream().sorted().toList();
    }

    static Optional<LogicalType> read(Matcher type) {
        String name = type.group(1);
        String first = type.group(2);
        String second = type.group(3);
        if (first == null) {
            return Optional.ofNullable(PLAIN.get(name));
        }
        try {
            return parameterized(name, Integer.parseInt(first), second == null ? -1 : Integer.parseInt(second));
        } catch (IllegalArgumentException outOfBounds) {
            return Optional.empty();
        }
    }

    private static Optional<LogicalType> parameterized(String name, int first, int second) {
        return switch (name) {
            case "varchar" -> second < 0 ? Optional.of(new LogicalType.Varchar(first)) : Optional.empty();
            case "decimal", "numeric" -> Optional.of(new LogicalType.Decimal(first, Math.max(second, 0)));
            default -> Optional.empty();
        };
    }
}
