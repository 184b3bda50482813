package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.domain.star.Rekey;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Points stored facts at other versions of their members: one statement for each fact and role,
/// which finds its rows by the index over key and event time.
final class FactRekeying {

    private static final Comparator<Target> ORDER = Comparator.comparing(Target::fact)
            .thenComparing(Target::keyColumn)
            .thenComparing(target -> target.besideColumn().toString());

    private FactRekeying() {}

    private record Target(TableName fact, ColumnName keyColumn, Optional<ColumnName> besideColumn) {
        static Target of(Rekey rekey) {
            Optional<ColumnName> beside = switch (rekey.beside()) {
                case Rekey.Beside.Nothing() -> Optional.empty();
                case Rekey.Beside.Combination(var column, var _) -> Optional.of(column);
                case Rekey.Beside.Member(var column, var _) -> Optional.of(column);
            };
            return new Target(rekey.fact(), rekey.keyColumn(), beside);
        }
    }

    static void apply(Connection connection, List<Rekey> rekeys) throws SQLException {
        Map<Target, List<Rekey>> byTarget = rekeys.stream()
                .collect(Collectors.groupingBy(Target::of, () -> new TreeMap<>(ORDER), Collectors.toList()));
        for (Map.Entry<Target, List<Rekey>> entry : byTarget.entrySet()) {
            apply(connection, entry.getKey(), entry.getValue());
        }
    }

    private static void apply(Connection connection, Target target, List<Rekey> rekeys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(target))) {
            statement.setArray(
                    1,
                    SqlArrays.ofLongs(
                            connection, rekeys.stream().map(Rekey::oldVersion).toList()));
            statement.setArray(
                    2,
                    SqlArrays.ofLongs(
                            connection, rekeys.stream().map(Rekey::newVersion).toList()));
            statement.setArray(
                    3,
                    SqlArrays.ofInstants(
                            connection, rekeys.stream().map(Rekey::from).toList()));
            statement.setArray(
                    4,
                    SqlArrays.ofInstants(
                            connection, rekeys.stream().map(Rekey::until).toList()));
            statement.setArray(
                    5,
                    SqlArrays.ofLongs(
                            connection,
                            rekeys.stream().map(FactRekeying::beside).toList()));
            statement.executeUpdate();
        }
    }

    private static long beside(Rekey rekey) {
        return switch (rekey.beside()) {
            case Rekey.Beside.Nothing() -> 0L;
            case Rekey.Beside.Combination(var _, var key) -> key;
            case Rekey.Beside.Member(var _, var key) -> key;
        };
    }

    private static String sql(Target target) {
        return Names.RENDERER.render(DSL.sql(
                """
                update {0} as fact
                set {1} = moved.new_version{8}
                from unnest({3}, {4}, {5}, {6}, {7}) as moved (old_version, new_version, since, before, beside)
                where fact.{1} = moved.old_version
                  and fact.{2} >= moved.since
                  and fact.{2} < moved.before
                """,
                Names.of(target.fact()),
                Names.of(target.keyColumn()),
                Names.of(FactLayout.EVENT_TIME),
                arrayOf(SQLDataType.BIGINT),
                arrayOf(SQLDataType.BIGINT),
                arrayOf(SQLDataType.TIMESTAMPWITHTIMEZONE),
                arrayOf(SQLDataType.TIMESTAMPWITHTIMEZONE),
                arrayOf(SQLDataType.BIGINT),
                target.besideColumn()
                        .map(column -> DSL.sql(", {0} = moved.beside", Names.of(column)))
                        .orElseGet(() -> DSL.sql(""))));
    }

    private static Param<?> arrayOf(DataType<?> type) {
        return DSL.param("values", type.getArrayDataType());
    }
}
