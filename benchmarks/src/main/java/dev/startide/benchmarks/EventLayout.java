package dev.startide.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/// The raw log: lock the lane, copy a batch, move the lane, as an append does.
///
/// @param volumes how many volumes there are, of which the last is written; 0 for a table without
record EventLayout(int volumes) implements LogTablesBenchmark.Layout {

    private static final int EVENTS = 300;
    private static final String PAYLOAD = "7b226e6f7465223a22".repeat(40);

    @Override
    public String name() {
        return volumes == 0 ? "one table" : volumes + " volumes";
    }

    private String prefix() {
        return "log%d".formatted(volumes);
    }

    @Override
    public void create(Connection connection) throws SQLException {
        String volume = volumes == 0 ? "" : ", volume integer not null";
        String key = volumes == 0 ? "" : ", volume";
        run(connection, """
                create table %1$s_lane (id integer primary key, next_position bigint not null) with (fillfactor = 50);
                insert into %1$s_lane values (1, 1);
                create table %1$s_volume (number integer primary key);
                create table %1$s (lane integer not null, position bigint not null, event_id text,
                  arrived_at timestamptz not null, content_type text not null, schema_id integer, headers json,
                  payload bytea not null, admission smallint not null%2$s, primary key (lane, position%3$s)) %4$s;
                """.formatted(prefix(), volume, key, volumes == 0 ? "" : "partition by list (volume)"));
        for (int number = 1; number <= volumes; number++) {
            run(connection, """
                    insert into %1$s_volume values (%2$d);
                    create table %1$s_v%2$d partition of %1$s for values in (%2$d)
                    """.formatted(prefix(), number));
        }
        run(connection, "alter table %s alter column payload set storage external".formatted(prefix()));
    }

    @Override
    public int write(Connection connection, int batch) throws SQLException {
        long first = batch * (long) EVENTS + 1;
        run(
                connection,
                "select next_position, (select max(number) from %1$s_volume) from %1$s_lane where id = 1 for no key update"
                        .formatted(prefix()));
        StringBuilder rows = new StringBuilder();
        for (int event = 0; event < EVENTS; event++) {
            rows.append("1\t")
                    .append(first + event)
                    .append("\t\\N\t2026-03-01 08:00:00Z\tapplication/json\t\\N\t\\N\t\\\\x")
                    .append(PAYLOAD)
                    .append("\t0");
            rows.append(volumes == 0 ? "\n" : "\t%d%n".formatted(volumes));
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s from stdin".formatted(prefix()), new StringReader(rows.toString()));
        } catch (IOException impossible) {
            throw new SQLException(impossible);
        }
        run(connection, "update %s_lane set next_position = next_position + %d".formatted(prefix(), EVENTS));
        return EVENTS;
    }

    @Override
    public void tidy(Connection connection, int batch) {
        // nothing is let go
    }

    @Override
    public String bytes() {
        return volumes == 0
                ? "pg_total_relation_size('%s')".formatted(prefix())
                : "pg_total_relation_size('%s_v%d')".formatted(prefix(), volumes);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
