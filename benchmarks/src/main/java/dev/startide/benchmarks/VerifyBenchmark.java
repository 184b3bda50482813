package dev.startide.benchmarks;

import dev.startide.dev.PostgresServer;
import dev.startide.domain.quality.CheckOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Generates a warehouse with many facts by SQL, verifies it with the product's checks, and prints
/// how long each took as Markdown.
public final class VerifyBenchmark {

    private static final String DATABASE = "verified";
    private static final int CUSTOMERS = 100_000;
    private static final int PRODUCTS = 10_000;

    /// Facts of one transaction while generating.
    private static final long PART = 500_000;

    private VerifyBenchmark() {}

    /// Runs the benchmark.
    ///
    /// @param arguments how many facts, and an empty directory for the server
    public static void main(String[] arguments) throws IOException, SQLException {
        long facts = Long.parseLong(arguments[0]);
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        Path model = directory.resolve("verify.yaml");
        Files.writeString(model, resource("verify.yaml"));
        try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"), 0)) {
            server.createDatabase(DATABASE);
            try (BenchedWarehouse warehouse = BenchedWarehouse.open(server, DATABASE, model)) {
                generate(server, facts);
                print(facts, size(server), warehouse.verify());
            }
        }
    }

    private static void generate(PostgresServer server, long facts) throws SQLException, IOException {
        try (Connection connection = server.dataSource(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            System.err.println("Generating members …");
            statement.execute(resource("verify_members.sql").formatted(CUSTOMERS, PRODUCTS));
            String sales = resource("verify_sales.sql");
            for (long first = 1; first <= facts; first += PART) {
                long last = Math.min(facts, first + PART - 1);
                statement.execute(sales.formatted(CUSTOMERS, PRODUCTS, first, last));
                System.err.printf(Locale.ROOT, "Generated %,d facts%n", last);
            }
            System.err.println("Vacuuming …");
            statement.execute("vacuum analyze");
        }
    }

    private static String size(PostgresServer server) throws SQLException {
        try (Connection connection = server.dataSource(DATABASE).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_size_pretty(pg_database_size(current_database()))")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void print(long facts, String size, List<CheckOutcome> outcomes) {
        System.out.printf(
                Locale.ROOT,
                "%,d facts, %,d customers with 3 versions each, %,d products, a database of %s, JDK %s, %d processors%n%n",
                facts,
                CUSTOMERS,
                PRODUCTS,
                size,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        System.out.println("| check | questions | findings | time |");
        System.out.println("|---|---|---|---|");
        outcomes.forEach(outcome -> row(outcome.check().name(), outcome.looked(), outcome.found(), outcome.took()));
        row(
                "all",
                outcomes.stream().mapToInt(CheckOutcome::looked).sum(),
                outcomes.stream().mapToLong(CheckOutcome::found).sum(),
                outcomes.stream().map(CheckOutcome::took).reduce(Duration.ZERO, Duration::plus));
    }

    private static void row(String name, int questions, long findings, Duration took) {
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %.1f s |%n", name, questions, findings, took.toMillis() / 1e3);
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = VerifyBenchmark.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is not beside %s".formatted(name, VerifyBenchmark.class.getName()));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
