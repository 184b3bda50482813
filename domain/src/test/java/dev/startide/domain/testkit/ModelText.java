package dev.startide.domain.testkit;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.validation.ModelResolution;
import dev.startide.warehouse.validation.ModelResolver;
import dev.startide.warehouse.validation.SqlCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Models for tests from indented text, a part of YAML: keys with values, blocks by two spaces,
/// lists of single values in brackets, a list of one block after a line that is a dash, no quotes
/// and no comments. In its SQL every word is taken for a column.
public final class ModelText {

    private static final Set<SourceKind> KINDS = Set.of(new SourceKind("file", Set.of()));
    private static final Pattern WORD = Pattern.compile("[a-z_]+");
    private static final String DASH = "-";

    private ModelText() {}

    /// The model that the text describes; it must be without a mistake.
    public static WarehouseModel model(String text) {
        ModelResolution resolution = new ModelResolver(KINDS, new ColumnsOnly(), (_, _) -> Optional.empty())
                .resolve(document(text), (_, _) -> Optional.empty(), _ -> Optional.empty());
        return switch (resolution) {
            case ModelResolution.Resolved(var model, var _, var _) -> model;
            case ModelResolution.Invalid(var issues) -> throw new IllegalArgumentException(issues.toString());
        };
    }

    private static Node document(String text) {
        List<String> lines =
                new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
        return block("", lines, 0);
    }

    private static Node block(String path, List<String> lines, int indent) {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (!lines.isEmpty() && indentOf(lines.getFirst()) == indent) {
            String line = lines.removeFirst().strip();
            int colon = line.indexOf(':');
            String key = line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            String at = Node.pathOf(path, key);
            entries.put(key, value.isEmpty() ? nested(at, lines, indent + 2) : value(at, value));
        }
        return new Node.Mapping(path, entries);
    }

    private static Node nested(String path, List<String> lines, int indent) {
        if (!lines.getFirst().strip().equals(DASH)) {
            return block(path, lines, indent);
        }
        lines.removeFirst();
        return new Node.Sequence(path, List.of(block(Node.pathOf(path, 0), lines, indent + 2)));
    }

    private static Node value(String path, String value) {
        if (!value.startsWith("[")) {
            return new Node.Scalar(path, value);
        }
        List<Node> items = new ArrayList<>();
        for (String item : value.substring(1, value.length() - 1).split(", ", -1)) {
            items.add(new Node.Scalar(Node.pathOf(path, items.size()), item));
        }
        return new Node.Sequence(path, items);
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    /// Takes every word for a column.
    private static final class ColumnsOnly implements SqlCheck {

        @Override
        public Finding checkScalar(String sql, Map<ColumnName, LogicalType> columns) {
            List<ColumnName> used = WORD.matcher(sql)
                    .results()
                    .map(word -> new ColumnName(word.group()))
                    .distinct()
                    .toList();
            return new Finding.Usable(sql, used, List.of());
        }

        @Override
        public Finding checkAggregate(String sql, Map<ColumnName, LogicalType> columns, String alias) {
            return new Finding.Usable(sql, List.of(), List.of());
        }
    }
}
