package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.catalog.SchemaMaking;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.domain.rebuild.FilledPeriods;
import dev.startide.warehouse.layout.FactHorizon;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/// How far the periods of live facts have been filled.
final class LivePeriods {

    private LivePeriods() {}

    static Optional<FilledPeriods> of(Connection connection, FactHorizon live) throws SQLException {
        boolean isThere = SchemaMaking.existing(connection)
                .table(live.table().name())
                .filter(table -> table.column(FactHorizon.FILLED_UNTIL).isPresent()
                        && table.column(FactHorizon.FILLING_UNTIL).isPresent())
                .isPresent();
        if (!isThere) {
            return Optional.empty();
        }
        String question = Sql.render(
                "select {0}, {1} from {2}",
                Names.of(FactHorizon.FILLED_UNTIL),
                Names.of(FactHorizon.FILLING_UNTIL),
                Names.of(live.table().name()));
        return new Sql(connection)
                        .query(
                                row -> new FilledPeriods(
                                        row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                                question)
                        .stream()
                        .findFirst();
    }
}
