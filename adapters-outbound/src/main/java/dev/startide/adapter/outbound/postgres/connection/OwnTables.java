package dev.startide.adapter.outbound.postgres.connection;

import dev.startide.warehouse.layout.Schemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The platform's own tables, in the schemas `raw` and `startide`, made and changed by numbered SQL
/// files. Tables of the warehouse are not among them: those follow the model.
final class OwnTables {

    private static final String LOCATION = "classpath:dev/startide/adapter/outbound/postgres/db/migration";

    private static final String HISTORY = "schema_history";

    /// Any number that nobody else uses: the first letters of our name.
    private static final long LOCK = 0x5354_4152_5449_4445L;

    private final DataSource source;

    OwnTables(DataSource source) {
        this.source = source;
    }

    /// Makes what is missing. Several processes may do so at once: one does, the others wait.
    void migrate() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_catalog.pg_advisory_lock(%d)".formatted(LOCK));
            try {
                Flyway.configure(OwnTables.class.getClassLoader())
                        .dataSource(source)
                        .schemas(Schemas.CONTROL, Schemas.RAW)
                        .defaultSchema(Schemas.CONTROL)
                        .table(HISTORY)
                        .locations(LOCATION)
                        .load()
                        .migrate();
            } finally {
                statement.execute("select pg_catalog.pg_advisory_unlock(%d)".formatted(LOCK));
            }
        }
    }
}
