package dev.startide.benchmarks;

import dev.startide.dev.PostgresServer;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.sample.tpch.Delivery;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Logs and loads the events of the demo in process, then copies the rows that came of them into an
/// empty warehouse of the same shape, and prints both as Markdown.
public final class LoadBenchmark {

    private static final String LOADED = "loaded";
    private static final String COPIED = "copied";
    private static final long MIB = 1024 * 1024;

    private LoadBenchmark() {}

    /// Runs the benchmark.
    ///
    /// @param arguments the path of the model, the scale factor (0.1 is 150,000 orders), and an
    ///     empty directory for the server and the finished rows
    public static void main(String[] arguments) throws IOException, SQLException {
        Path model = Path.of(arguments[0]);
        double scale = Double.parseDouble(arguments[1]);
        Path directory = Files.createDirectories(Path.of(arguments[2]));
        System.err.println("Generating events …");
        Map<TpchLanes.Lane, List<IncomingEvent>> lanes = TpchLanes.of(
                TpchEvents.of(TpchSettings.DEMO.withScale(scale)).delivered(Delivery.LATE_AND_DOUBLED),
                Instant.parse("2026-01-01T00:00:00Z"));
        try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"), 0)) {
            server.createDatabase(LOADED);
            server.createDatabase(COPIED);
            run(server, model, lanes, Files.createDirectories(directory.resolve("rows")), scale);
        }
    }

    private static void run(
            PostgresServer server, Path model, Map<TpchLanes.Lane, List<IncomingEvent>> lanes, Path rows, double scale)
            throws SQLException {
        try (BenchedWarehouse warehouse = BenchedWarehouse.open(server, LOADED, model)) {
            System.err.println("Logging …");
            Measured logged = Measured.of(server, "raw log", "events", () -> warehouse.ingest(lanes));
            System.err.println("Loading …");
            Measured loaded = Measured.of(server, "load", "events", warehouse::loadAll);
            Measured loadedRows =
                    new Measured("load, by rows", "rows", warehouse.rowsWritten(), loaded.millis(), loaded.cpu());
            Measured copied = copy(server, warehouse, model, rows);
            print(scale, List.of(logged, loaded, loadedRows, copied));
        }
    }

    private static Measured copy(PostgresServer server, BenchedWarehouse loaded, Path model, Path directory)
            throws SQLException {
        FinishedRows rows = new FinishedRows(loaded.schema(), directory);
        System.err.println("Copying …");
        try (BenchedWarehouse _ = BenchedWarehouse.open(server, COPIED, model);
                Connection from = server.dataSource(LOADED).getConnection();
                Connection into = server.dataSource(COPIED).getConnection()) {
            rows.copyOut(from);
            rows.empty(into);
            return Measured.of(server, "bare COPY of the finished rows", "rows", () -> rows.copyIn(into));
        }
    }

    private static void print(double scale, List<Measured> phases) {
        Measured load = phases.get(2);
        Measured copy = phases.get(3);
        System.out.printf(
                Locale.ROOT,
                "TPC-H scale %s, JDK %s, %d processors, heap at most %d MiB%n%n",
                scale,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / MIB);
        System.out.println("| phase | count | time | rate | JVM CPU each | PostgreSQL CPU each |");
        System.out.println("|---|---|---|---|---|---|");
        phases.forEach(phase -> System.out.println(phase.row()));
        System.out.printf(
                Locale.ROOT,
                "%nThe load, by time for the same finished rows, runs at %.2f of the bare COPY (%d ms to %d ms).%n",
                (double) copy.millis() / load.millis(),
                copy.millis(),
                load.millis());
    }
}
