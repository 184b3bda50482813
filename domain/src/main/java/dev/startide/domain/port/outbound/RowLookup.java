package dev.startide.domain.port.outbound;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Single rows of the warehouse, for whoever wants to look at them. Safe for use by many threads.
public interface RowLookup {

    /// The rows whose columns have these values, in no particular order.
    ///
    /// @param columns the leading columns of a key or of an index, so that few rows are read
    /// @param values one for each of the columns
    /// @return rows aligned with [Table#writtenColumns]
    List<@Nullable Object[]> rows(Table table, List<ColumnName> columns, Key values);
}
