package dev.startide.benchmarks;

import dev.startide.dev.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Compares layouts of the tables that every event goes through: the raw log in one table or in
/// volumes, and the ids that are remembered in one table, in hashed parts, or in parts by time.
///
/// The layouts take turns, round after round, so that what else the machine does hits all of them
/// alike; compare them with each other within a run, and never between runs.
public final class LogTablesBenchmark {

    private static final String DATABASE = "tables";
    private static final int ROUNDS = 12;
    private static final int BATCHES = 150;

    private LogTablesBenchmark() {}

    /// One layout of a table.
    interface Layout {

        String name();

        /// Makes the tables.
        void create(Connection connection) throws SQLException;

        /// Writes a batch in a transaction of its own.
        ///
        /// @return how many rows
        int write(Connection connection, int batch) throws SQLException;

        /// Does what keeps the tables small, after each round.
        void tidy(Connection connection, int batch) throws SQLException;

        /// An SQL expression for the bytes of the tables.
        String bytes();
    }

    /// Runs the benchmark.
    ///
    /// @param arguments an empty directory for the server
    public static void main(String[] arguments) throws IOException, SQLException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"), 0)) {
            server.createDatabase(DATABASE);
            try (Connection connection = server.dataSource(DATABASE).getConnection()) {
                connection.setAutoCommit(false);
                System.out.println("### The raw log");
                compare(connection, List.of(new EventLayout(0), new EventLayout(1), new EventLayout(20)));
                System.out.println("### Ids");
                compare(connection, List.of(new IdLayout.OneTable(), new IdLayout.Hashed(), new IdLayout.ByTime()));
            }
        }
    }

    private static void compare(Connection connection, List<? extends Layout> layouts) throws SQLException {
        List<long[]> spent = new ArrayList<>();
        for (Layout layout : layouts) {
            layout.create(connection);
            connection.commit();
            spent.add(new long[3]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < layouts.size(); turn++) {
                int which = (turn + round) % layouts.size();
                round(connection, layouts.get(which), round * BATCHES, spent.get(which));
            }
        }
        print(connection, layouts, spent);
    }

    private static void round(Connection connection, Layout layout, int first, long[] spent) throws SQLException {
        long began = System.nanoTime();
        for (int batch = first; batch < first + BATCHES; batch++) {
            spent[0] += layout.write(connection, batch);
            connection.commit();
        }
        long written = System.nanoTime();
        layout.tidy(connection, first + BATCHES);
        connection.commit();
        spent[1] += written - began;
        spent[2] += System.nanoTime() - written;
    }

    private static void print(Connection connection, List<? extends Layout> layouts, List<long[]> spent)
            throws SQLException {
        System.out.println("\n| layout | rows | rows/s | of the first | tidying | bytes at the end |");
        System.out.println("|---|---|---|---|---|---|");
        double yardstick = rate(spent.getFirst());
        for (int which = 0; which < layouts.size(); which++) {
            long[] mine = spent.get(which);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %,.0f | %.2f | %.2f s | %s |%n",
                    layouts.get(which).name(),
                    mine[0],
                    rate(mine),
                    rate(mine) / yardstick,
                    mine[2] / 1e9,
                    size(connection, layouts.get(which)));
        }
        System.out.println();
    }

    private static double rate(long[] spent) {
        return spent[0] / (spent[1] / 1e9);
    }

    private static String size(Connection connection, Layout layout) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_size_pretty((%s)::bigint)".formatted(layout.bytes()))) {
            row.next();
            return row.getString(1);
        }
    }
}
