package dev.startide.domain.testkit.course;

import dev.startide.domain.testkit.Gen;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Values of the logical types, a few of each.
final class RandomValues {

    /// Two of them are in one second, two on different days of Berlin and one of UTC, and the
    /// bounds of event times are among them.
    static final List<Instant> INSTANTS = Stream.of(
                    "1900-01-01T00:00:00Z",
                    "2026-03-01T08:00:00Z",
                    "2026-03-01T22:59:59.999999Z",
                    "2026-03-01T23:00:00Z",
                    "2026-03-05T10:00:00Z",
                    "2026-03-05T10:00:00.000001Z",
                    "2026-03-09T12:00:00Z",
                    "2026-03-29T01:30:00Z",
                    "2026-04-02T12:00:00Z",
                    "2199-12-31T23:59:59.999999Z")
            .map(Instant::parse)
            .toList();

    private RandomValues() {}

    /// A value that some other event is likely to name, too.
    static Object key(Gen gen, LogicalType type) {
        return type instanceof LogicalType.Text || type instanceof LogicalType.Varchar
                ? "k" + gen.between(1, 3)
                : of(gen, type);
    }

    static Object of(Gen gen, LogicalType type) {
        return switch (type) {
            case LogicalType.Text(), LogicalType.Varchar(var _) -> gen.oneOf("a", "b", "c");
            case LogicalType.Json() -> gen.oneOf("[1]", "[2]");
            case LogicalType.Int() -> gen.between(1, 3);
            case LogicalType.BigInt() -> (long) gen.between(1, 3);
            case LogicalType.Decimal(int _, int scale) -> BigDecimal.valueOf(gen.between(1, 3), scale);
            case LogicalType.Floating() -> gen.between(1, 3) / 2.0;
            case LogicalType.Bool() -> gen.coin();
            case LogicalType.Date() -> LocalDate.of(2026, 3, gen.oneOf(1, 2, 29));
            case LogicalType.Time() -> LocalTime.of(gen.oneOf(0, 12, 23), 30);
            case LogicalType.Timestamp() -> gen.oneOf(INSTANTS);
            case LogicalType.Uuid() -> new UUID(1, gen.between(1, 3));
            case LogicalType.Bytes() -> new byte[] {(byte) gen.between(1, 3)};
        };
    }
}
