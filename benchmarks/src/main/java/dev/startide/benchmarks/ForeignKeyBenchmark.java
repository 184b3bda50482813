package dev.startide.benchmarks;

import dev.startide.dev.PostgresServer;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.sample.tpch.Delivery;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.star.Integrity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Loads the events of the demo with foreign keys that are enforced and with such that are merely
/// declared, in turn, on one server, and prints both as Markdown.
public final class ForeignKeyBenchmark {

    private static final Instant ARRIVAL = Instant.parse("2026-01-01T00:00:00Z");

    private final PostgresServer server;
    private final Path model;
    private final Map<TpchLanes.Lane, List<IncomingEvent>> lanes;
    private final Map<Enforcement, List<Measured>> loads = new EnumMap<>(Enforcement.class);

    private ForeignKeyBenchmark(PostgresServer server, Path model, Map<TpchLanes.Lane, List<IncomingEvent>> lanes) {
        this.server = server;
        this.model = model;
        this.lanes = lanes;
    }

    /// Runs the benchmark.
    ///
    /// @param arguments the path of the model, the scale factor (0.1 is 150,000 orders), an empty
    ///     directory for the server, and the number of rounds; a first one is not counted
    public static void main(String[] arguments) throws IOException {
        double scale = Double.parseDouble(arguments[1]);
        int rounds = Integer.parseInt(arguments[3]);
        Map<TpchLanes.Lane, List<IncomingEvent>> lanes = TpchLanes.of(
                TpchEvents.of(TpchSettings.DEMO.withScale(scale)).delivered(Delivery.LATE_AND_DOUBLED), ARRIVAL);
        Path directory = Files.createDirectories(Path.of(arguments[2]));
        try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"), 0)) {
            ForeignKeyBenchmark benchmark = new ForeignKeyBenchmark(server, Path.of(arguments[0]), lanes);
            for (int round = 0; round <= rounds; round++) {
                for (Enforcement enforcement : Enforcement.values()) {
                    Measured load = benchmark.load(enforcement, round);
                    System.err.printf("round %d: %s%n", round, load.row());
                    if (round > 0) {
                        benchmark
                                .loads
                                .computeIfAbsent(enforcement, _ -> new ArrayList<>())
                                .add(load);
                    }
                }
            }
            benchmark.print(scale);
        }
    }

    private Measured load(Enforcement enforcement, int round) {
        String database = "%s_%d".formatted(enforcement.word(), round);
        server.createDatabase(database);
        try (BenchedWarehouse warehouse =
                BenchedWarehouse.open(server, database, model, new Integrity(enforcement, Map.of()))) {
            warehouse.ingest(lanes);
            return Measured.of(server, enforcement.word(), "events", warehouse::loadAll);
        }
    }

    private void print(double scale) {
        System.out.printf(Locale.ROOT, "TPC-H scale %s, JDK %s%n%n", scale, Runtime.version());
        System.out.println("| foreign keys | count | time | rate | JVM CPU each | PostgreSQL CPU each |");
        System.out.println("|---|---|---|---|---|---|");
        loads.values().forEach(each -> each.forEach(load -> System.out.println(load.row())));
        System.out.printf(
                Locale.ROOT,
                "%nDeclared, a load takes %.2f of the time and %.2f of PostgreSQL's processor time that it takes"
                        + " enforced (sums over all rounds).%n",
                ratio(Measured::millis),
                ratio(load -> load.cpu().postgresMillis()));
    }

    private double ratio(ToLongFunction<Measured> figure) {
        return (double) sum(Enforcement.DECLARED, figure) / sum(Enforcement.ENFORCED, figure);
    }

    private long sum(Enforcement enforcement, ToLongFunction<Measured> figure) {
        return loads.getOrDefault(enforcement, List.of()).stream()
                .mapToLong(figure)
                .sum();
    }
}
