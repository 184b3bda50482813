package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.View.FROM_ALIAS;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// What a reader sees of a table: its columns, and those of the dimensions that it refers to, by paths
/// such as `city` or `customer.city`.
///
/// @param leading columns that are read before those asked for, because [#rows] needs them
/// @param columns by path
public record ShownTable(TableName from, List<Shown> leading, Map<String, Shown> columns, Rows rows) {

    public ShownTable {
        leading = List.copyOf(leading);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// Which of its rows are meant.
    public sealed interface Rows {

        /// All of them.
        record All() implements Rows {}

        /// Those of members, not the special ones, whose key is negative. The key is read first.
        record NotSpecial() implements Rows {}

        /// Versions of members, without the special ones. The durable key is read first, then the
        /// natural key, then the number of the version.
        record Versions(int keyWidth) implements Rows {}
    }

    /// A column that can be seen.
    ///
    /// @param joins what has to be joined for it, in order
    public record Shown(String alias, ColumnName column, Kind kind, List<View.Join> joins) {
        public Shown {
            joins = List.copyOf(joins);
        }

        static Shown of(Column column, String alias, List<View.Join> joins) {
            return new Shown(alias, column.name(), new Kind.Typed(column.type()), joins);
        }

        static Shown own(Column column) {
            return of(column, FROM_ALIAS, List.of());
        }
    }

    /// What is known of the values of a column.
    public sealed interface Kind {

        /// Their type.
        record Typed(LogicalType type) implements Kind {}

        /// Nothing: the database computes them.
        record Unknown() implements Kind {}
    }

    /// The query for columns of the table, behind the leading ones.
    ///
    /// @param paths of columns that it has
    public View.Rows question(List<String> paths) {
        List<Shown> wanted = Stream.concat(
                        leading.stream(),
                        paths.stream()
                                .map(path -> Optional.ofNullable(columns.get(path))
                                        .orElseThrow(() -> new IllegalArgumentException("No column " + path))))
                .toList();
        SequencedSet<View.Join> joins = new LinkedHashSet<>();
        List<View.Output> outputs = new ArrayList<>();
        for (Shown column : wanted) {
            joins.addAll(column.joins());
            outputs.add(new View.Output(
                    new ColumnName("c" + outputs.size()),
                    new View.Expression.Qualified(column.alias(), column.column()),
                    ""));
        }
        return new View.Rows(from, List.copyOf(joins), outputs, 0);
    }
}
