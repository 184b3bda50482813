package dev.startide.adapter.outbound.postgres.copy;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/// Copies rows of a warehouse table into it, or into a table with the same columns. Safe for use by
/// many threads.
public final class RowCopy {

    private final List<Column> columns;
    private final ValueEncoder[] encoders;

    /// Prepares the copying of rows.
    ///
    /// @param table rows are aligned with its written columns
    public RowCopy(Table table) {
        this.columns = table.writtenColumns();
        this.encoders = columns.stream().map(ValueEncoder::of).toArray(ValueEncoder[]::new);
    }

    /// Copies the rows in their order.
    ///
    /// @param target the table itself, or one that has columns of the same names and types
    /// @return how many rows the server took
    public long into(Name target, Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        String sql = Names.copyFromStdin(target, columns);
        try (CopyStream copy = CopyStream.open(connection, sql)) {
            for (@Nullable Object[] row : rows) {
                write(copy.startRow(encoders.length), row);
            }
            return copy.finish();
        }
    }

    private void write(CopyBuffer out, @Nullable Object[] row) {
        for (int index = 0; index < encoders.length; index++) {
            Object value = row[index];
            if (value == null) {
                out.nullField();
            } else {
                encoders[index].write(out, value);
            }
        }
    }
}
