package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.port.outbound.Standbys;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Statement;

/// What `pg_stat_replication` says. To see more than that somebody follows, our user needs the role
/// `pg_monitor`.
@Singleton
final class PostgresStandbys implements Standbys {

    private static final String BEHIND = SqlFile.beside(PostgresStandbys.class, "standby_behind.sql");

    private final Database database;

    PostgresStandbys(Database database) {
        this.database = database;
    }

    @Override
    public long bytesBehind() {
        return database.looking("see how far standbys are behind", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(BEHIND)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
