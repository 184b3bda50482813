package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// What the rows that exist may have against foreign keys that are to be enforced.
final class StandingKeys {

    private StandingKeys() {}

    /// Refuses a plan by which a key would be enforced that rows do not fulfil. Nobody waits while
    /// they are looked at.
    ///
    /// @return how many keys were looked at
    /// @throws StartideException `MODEL_CONFLICT` if rows refer to none
    static int require(Connection connection, SchemaPlan plan) throws SQLException {
        WarehouseSchema existing = ExistingSchema.read(connection);
        int looked = 0;
        for (SchemaChange change : plan.changes()) {
            Optional<ForeignKey> key = keyOf(change)
                    .filter(wanted -> wanted.enforcement() == Enforcement.ENFORCED)
                    .filter(wanted -> isThere(existing, change.target(), wanted));
            if (key.isPresent()) {
                require(connection, change.target(), key.get());
                looked++;
            }
        }
        return looked;
    }

    private static Optional<ForeignKey> keyOf(SchemaChange change) {
        return switch (change) {
            case SchemaChange.AddForeignKey(var _, var key) -> Optional.of(key);
            case SchemaChange.ChangeEnforcement(var _, var key) -> Optional.of(key);
            case SchemaChange.CheckForeignKey(var _, var key) -> Optional.of(key);
            case SchemaChange.AddTable _,
                    SchemaChange.AddColumn _,
                    SchemaChange.AddIndex _,
                    SchemaChange.AddAlarm _,
                    SchemaChange.SetView _,
                    SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _,
                    SchemaChange.Obstacle _ -> Optional.empty();
        };
    }

    /// Columns that are yet to be added refer to nothing.
    private static boolean isThere(WarehouseSchema existing, TableName name, ForeignKey key) {
        return existing.table(key.target()).isPresent()
                && existing.table(name)
                        .filter(table -> key.columns().stream()
                                .allMatch(column -> table.column(column).isPresent()))
                        .isPresent();
    }

    private static void require(Connection connection, TableName table, ForeignKey key) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet wrong = statement.executeQuery(orphans(table, key))) {
            if (wrong.next()) {
                throw StartideException.because(
                        FailureCode.MODEL_CONFLICT,
                        "%s has rows whose %s name rows that %s does not have, so that the key cannot be enforced. 'startide verify foreign-keys' names them"
                                .formatted(table, key.columns(), key.target()));
            }
        }
    }

    private static String orphans(TableName table, ForeignKey key) {
        List<Condition> present = new ArrayList<>();
        List<Condition> same = new ArrayList<>();
        for (int index = 0; index < key.columns().size(); index++) {
            Field<Object> column = Names.field("r", key.columns().get(index));
            present.add(column.isNotNull());
            same.add(Names.field("t", key.targetColumns().get(index)).eq(column));
        }
        return Names.RENDERER.renderInlined(DSL.selectOne()
                .from(Names.table(table).as(DSL.name("r")))
                .where(DSL.and(present))
                .andNotExists(DSL.selectOne()
                        .from(Names.table(key.target()).as(DSL.name("t")))
                        .where(DSL.and(same)))
                .limit(1));
    }
}
