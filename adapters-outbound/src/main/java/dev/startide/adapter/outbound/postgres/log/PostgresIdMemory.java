package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.domain.port.outbound.IdMemory;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Forgets ids in `raw.event_id`, part by part, in steps that each hold few locks for a short time.
@Singleton
final class PostgresIdMemory implements IdMemory {

    /// How many parts the table has, see V1.
    private static final int PARTS = 8;

    /// Most ids of one statement: bounds how long it holds its locks.
    private static final int CHUNK = 10_000;

    /// Most statements for one part and call; what is left over is forgotten next time.
    private static final int CHUNKS = 25;

    /// As the server last counted them.
    private static final String COUNT = """
            select coalesce(sum(greatest(class.reltuples, 0)), 0)::bigint
            from pg_catalog.pg_inherits as part
            join pg_catalog.pg_class as class on class.oid = part.inhrelid
            where part.inhparent = 'raw.event_id'::regclass
            """;

    private final Database database;

    PostgresIdMemory(Database database) {
        this.database = database;
    }

    @Override
    public long forget() {
        return database.directly(Pool.CONTROL, "forget ids", connection -> {
            long forgotten = 0;
            for (int part = 0; part < PARTS; part++) {
                forgotten += forget(connection, part);
            }
            return forgotten;
        });
    }

    @Override
    public long count() {
        return database.directly(Pool.CONTROL, "count the ids that are remembered", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(COUNT)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static long forget(Connection connection, int part) throws SQLException {
        long forgotten = 0;
        try (PreparedStatement statement = connection.prepareStatement(forgetting(part))) {
            statement.setInt(1, CHUNK);
            int chunk = CHUNK;
            for (int done = 0; done < CHUNKS && chunk == CHUNK; done++) {
                chunk = statement.executeUpdate();
                forgotten += chunk;
            }
        }
        return forgotten;
    }

    /// Passes over ids that are being written just now.
    private static String forgetting(int part) {
        return """
                delete from raw.event_id_p%1$d
                where (source, id) in (
                  select source, id
                  from raw.event_id_p%1$d
                  where expires_at <= now()
                  order by source, id
                  limit ?
                  for update skip locked
                )
                """.formatted(part);
    }
}
