package dev.startide.warehouse.layout;

import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.SpecialMember;
import org.jspecify.annotations.Nullable;

/// What the attributes of special members show.
final class SpecialText {

    private SpecialText() {}

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
