package dev.startide.adapter.outbound.postgres.copy;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.dev.TestPostgres;
import dev.startide.domain.testkit.Gen;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever a column can hold comes back from the server as it went in by binary COPY.
class ValueEncodingIT {

    private static final List<LogicalType> TYPES = List.of(
            new LogicalType.Text(),
            new LogicalType.Decimal(18, 4),
            new LogicalType.Decimal(12, 2),
            new LogicalType.Decimal(9, 9),
            new LogicalType.Decimal(40, 7),
            new LogicalType.Decimal(1000, 500),
            new LogicalType.Decimal(30, 0),
            new LogicalType.Int(),
            new LogicalType.BigInt(),
            new LogicalType.Floating(),
            new LogicalType.Bool(),
            new LogicalType.Date(),
            new LogicalType.Time(),
            new LogicalType.Timestamp(),
            new LogicalType.Uuid(),
            new LogicalType.Bytes());

    private static final Table TABLE = new Table(
            new TableName("public", "everything"),
            IntStream.range(0, TYPES.size())
                    .mapToObj(index -> Column.optional(new ColumnName("c" + index), TYPES.get(index), ""))
                    .toList(),
            List.of(),
            List.of(),
            List.of(),
            "");

    private static final int ROWS = 40;

    @Test
    void keepsEveryValue() throws SQLException {
        // Given
        try (Connection connection = TestPostgres.freshDatabase().dataSource().getConnection()) {
            execute(
                    connection,
                    Names.RENDERER.render(org.jooq
                            .impl
                            .DSL
                            .createTable(Names.table(TABLE.name()))
                            .columns(TABLE.columns().stream().map(Names::field).toList())));

            // When
            property().oncePer(5).forAll(gen -> gen.listOf(1, ROWS, ValueEncodingIT::row), rows -> {
                List<Object[]> stored = throughTheTable(connection, rows);

                // Then
                assertThat(stored.stream().map(Arrays::deepToString))
                        .containsExactlyElementsOf(
                                rows.stream().map(Arrays::deepToString).toList());
            });
        }
    }

    private static List<Object[]> throughTheTable(Connection connection, List<Object[]> rows) {
        try {
            execute(connection, "truncate public.everything");
            new RowCopy(TABLE).into(Names.of(TABLE.name()), connection, rows);
            RowReader reader = new RowReader(TABLE.columns());
            List<Object[]> stored = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select * from public.everything order by ctid")) {
                while (result.next()) {
                    stored.add(reader.read(result, 1));
                }
            }
            return stored;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Object[] row(Gen gen) {
        return TYPES.stream()
                .map(type -> gen.onceIn(8) ? null : value(gen, type))
                .toArray();
    }

    private static Object value(Gen gen, LogicalType type) {
        return switch (type) {
            case LogicalType.Text(), LogicalType.Varchar(var _), LogicalType.Json() -> text(gen);
            case LogicalType.Decimal(var precision, var scale) -> decimal(gen, precision, scale);
            case LogicalType.Int() -> (int) gen.anyLong();
            case LogicalType.BigInt() -> gen.anyLong();
            case LogicalType.Floating() -> floating(gen);
            case LogicalType.Bool() -> gen.coin();
            case LogicalType.Date() -> LocalDate.of(gen.between(1, 9999), gen.between(1, 12), gen.between(1, 28));
            case LogicalType.Time() -> LocalTime.ofNanoOfDay(Math.floorMod(gen.anyLong(), 86_400_000_000L) * 1_000);
            case LogicalType.Timestamp() ->
                gen.instant(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));
            case LogicalType.Uuid() -> new UUID(gen.anyLong(), gen.anyLong());
            case LogicalType.Bytes() -> text(gen).getBytes(java.nio.charset.StandardCharsets.UTF_16);
        };
    }

    private static double floating(Gen gen) {
        double value = Double.longBitsToDouble(gen.anyLong());
        return Double.isNaN(value) ? Double.NaN : value;
    }

    private static String text(Gen gen) {
        StringBuilder text = new StringBuilder();
        for (int point : gen.listOf(0, 50, ValueEncodingIT::codePoint)) {
            text.appendCodePoint(point);
        }
        return text.toString();
    }

    private static int codePoint(Gen gen) {
        int point = gen.oneOf(
                gen.between(1, 0x7F),
                gen.between(0x80, 0x7FF),
                gen.between(0x800, 0xD7FF),
                gen.between(0xE000, 0xFFFF),
                gen.between(0x10000, 0x10FFFF));
        return point;
    }

    /// All lengths alike, so that every alignment of digits and point occurs.
    private static BigDecimal decimal(Gen gen, int precision, int scale) {
        int digits = gen.between(1, precision);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < digits; index++) {
            text.append(gen.onceIn(3) ? 0 : gen.between(0, 9));
        }
        BigInteger unscaled = new BigInteger(text.toString());
        return new BigDecimal(gen.coin() ? unscaled : unscaled.negate(), scale);
    }
}
