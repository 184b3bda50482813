package dev.startide.warehouse.layout;

import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.SpecialMember;
import org.jspecify.annotations.Nullable;

/// What the attributes of special members show.
final class SpecialText {

    private SpecialText() {}

    /// The row of a special member in a table that begins with its key, an `int`.
    static @Nullable Object[] row(SpecialMember special, Table table) {
        @Nullable Object[] row = new Object[table.columns().size()];
        row[0] = special.key();
        for (int index = 1; index < row.length; index++) {
            row[index] = of(special, table.columns().get(index).type());
        }
        return row;
    }

    /// The value of an attribute; null if the type has no room for the text.
    static @Nullable String of(SpecialMember special, LogicalType type) {
        return switch (type) {
            case LogicalType.Text() -> special.label();
            case LogicalType.Varchar(int length) -> special.label().length() <= length ? special.label() : null;
            case LogicalType.Int(),
                    LogicalType.BigInt(),
                    LogicalType.Decimal(var _, var _),
                    LogicalType.Floating(),
                    LogicalType.Bool(),
                    LogicalType.Date(),
                    LogicalType.Time(),
                    LogicalType.Timestamp(),
                    LogicalType.Uuid(),
                    LogicalType.Json(),
                    LogicalType.Bytes() -> null;
        };
    }
}
