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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Points stored facts at other versions of their members: one statement for each fact and role,
/// which finds its rows by the index over key and event time.
final class FactRekeying {

    private static final Comparator<Target> ORDER =
            Comparator.comparing(Target::fact).thenComparing(Target::keyColumn);

    private FactRekeying() {}

    private record Target(TableName fact, ColumnName keyColumn) {
        static Target of(Rekey rekey) {
            return new Target(rekey.fact(), rekey.keyColumn());
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
            statement.executeUpdate();
        }
    }

    private static String sql(Target target) {
        return Names.RENDERER.render(DSL.sql(
                """
                update {0} as fact
                set {1} = moved.new_version
                from unnest({3}, {4}, {5}, {6}) as moved (old_version, new_version, since, before)
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
                arrayOf(SQLDataType.TIMESTAMPWITHTIMEZONE)));
    }

    private static Param<?> arrayOf(DataType<?> type) {
        return DSL.param("values", type.getArrayDataType());
    }
}
