package dev.startide.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;

/// Ids that are remembered for a window: look which are known, remember the new ones, forget those
/// whose window is over. Time is the number of the batch.
sealed interface IdLayout extends LogTablesBenchmark.Layout {

    int IDS = 500;
    int DOUBLED = 50;

    /// In batches.
    int WINDOW = 450;

    String table();

    /// What to add to the key, and to a row, for the part that ids are in; empty for nothing.
    String part(int batch);

    @Override
    default int write(Connection connection, int batch) throws SQLException {
        UUID[] ids = ids(batch);
        try (PreparedStatement known = connection.prepareStatement("""
                select known.id from unnest(?::uuid[]) as asked (id)
                join %s as known on known.source = 's' and known.id = asked.id and known.expires_at > ?
                """.formatted(table()))) {
            known.setArray(1, connection.createArrayOf("uuid", ids));
            known.setInt(2, batch);
            try (ResultSet rows = known.executeQuery()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
        String part = part(batch);
        try (PreparedStatement remember =
                connection.prepareStatement("""
                insert into %1$s as known (%2$s source, id, payload, lane, position, expires_at)
                select %3$s 's', new.id, new.id, 1, 1, ?
                from unnest(?::uuid[]) as new (id)
                order by new.id
                on conflict (%2$s source, id) do update set expires_at = excluded.expires_at
                where known.expires_at <= excluded.expires_at - %4$d
                """.formatted(table(), part.isEmpty() ? "" : "part,", part, WINDOW))) {
            remember.setInt(1, batch + WINDOW);
            remember.setArray(2, connection.createArrayOf("uuid", ids));
            remember.executeUpdate();
        }
        return IDS;
    }

    private static UUID[] ids(int batch) {
        Random fresh = new Random(batch);
        Random before = new Random(batch - WINDOW / 2L);
        UUID[] ids = new UUID[IDS];
        for (int index = 0; index < IDS; index++) {
            Random random = index < IDS - DOUBLED ? fresh : before;
            ids[index] = new UUID(random.nextLong(), random.nextLong());
        }
        return ids;
    }

    /// Deletes in bounded steps, and vacuums as the server does by itself.
    private static void forget(Connection connection, String table, int batch) throws SQLException {
        String sql = """
                delete from %1$s where (source, id) in (
                  select source, id from %1$s where expires_at <= ? order by source, id limit 10000 for update skip locked)
                """.formatted(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, batch);
            int chunk;
            do {
                chunk = statement.executeUpdate();
                connection.commit();
            } while (chunk == 10_000);
        }
        connection.setAutoCommit(true);
        EventLayout.run(connection, "vacuum " + table);
        connection.setAutoCommit(false);
    }

    /// One table, as it would be without any parts.
    record OneTable() implements IdLayout {

        @Override
        public String name() {
            return "one table";
        }

        @Override
        public String table() {
            return "ids_one";
        }

        @Override
        public String part(int batch) {
            return "";
        }

        @Override
        public void create(Connection connection) throws SQLException {
            EventLayout.run(connection, """
                    create table ids_one (source text not null, id uuid not null, payload uuid not null, lane integer not null,
                      position bigint not null, expires_at integer not null, primary key (source, id));
                    create index on ids_one (expires_at)
                    """);
        }

        @Override
        public void tidy(Connection connection, int batch) throws SQLException {
            forget(connection, "ids_one", batch);
        }

        @Override
        public String bytes() {
            return "pg_total_relation_size('ids_one')";
        }
    }

    /// Parts by a hash of the id.
    record Hashed() implements IdLayout {

        private static final int PARTS = 8;

        @Override
        public String name() {
            return PARTS + " hashed parts";
        }

        @Override
        public String table() {
            return "ids_hashed";
        }

        @Override
        public String part(int batch) {
            return "";
        }

        @Override
        public void create(Connection connection) throws SQLException {
            EventLayout.run(connection, """
                    create table ids_hashed (source text not null, id uuid not null, payload uuid not null, lane integer not null,
                      position bigint not null, expires_at integer not null, primary key (source, id)) partition by hash (id);
                    create index on ids_hashed (expires_at)
                    """);
            for (int part = 0; part < PARTS; part++) {
                EventLayout.run(
                        connection,
                        "create table ids_hashed_%1$d partition of ids_hashed for values with (modulus %2$d, remainder %1$d)"
                                .formatted(part, PARTS));
            }
        }

        @Override
        public void tidy(Connection connection, int batch) throws SQLException {
            for (int part = 0; part < PARTS; part++) {
                forget(connection, "ids_hashed_" + part, batch);
            }
        }

        @Override
        public String bytes() {
            return "select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'ids_hashed'::regclass";
        }
    }

    /// Parts by time, dropped as a whole. An id is looked for in all of them; the same id in two of
    /// them at once is not noticed, so this one promises less.
    record ByTime() implements IdLayout {

        private static final int BATCHES = 150;
        private static final int MOST = 40;

        @Override
        public String name() {
            return "parts by time, dropped";
        }

        @Override
        public String table() {
            return "ids_by_time";
        }

        @Override
        public String part(int batch) {
            return batch / BATCHES + ",";
        }

        @Override
        public void create(Connection connection) throws SQLException {
            EventLayout.run(connection, """
                    create table ids_by_time (part integer not null, source text not null, id uuid not null, payload uuid not null,
                      lane integer not null, position bigint not null, expires_at integer not null,
                      primary key (part, source, id)) partition by list (part)
                    """);
            for (int part = 0; part < MOST; part++) {
                EventLayout.run(
                        connection,
                        "create table ids_by_time_%1$d partition of ids_by_time for values in (%1$d)".formatted(part));
            }
        }

        @Override
        public void tidy(Connection connection, int batch) throws SQLException {
            int over = (batch - WINDOW) / BATCHES - 1;
            if (over >= 0) {
                EventLayout.run(connection, "drop table if exists ids_by_time_" + over);
            }
        }

        @Override
        public String bytes() {
            return "select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'ids_by_time'::regclass";
        }
    }
}
