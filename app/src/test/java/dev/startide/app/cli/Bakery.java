package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small warehouse that commands are tried on, filled by commands alone.
final class Bakery {

    private static final String MODEL = """
        version: 1
        name: bakery
        time_zone: Europe/Vienna
        sources:
          shop: { http: { path: /events/shop } }
        events:
          customer_moved:
            source: shop
            when: event.type == 'customer_moved'
            time: moved_at
            fields: { customer_id: text, city: text, phone: text, moved_at: timestamptz }
          sold:
            source: shop
            when: event.type == 'sold'
            time: sold_at
            fields: { sale_id: text, customer_id: text, amount: "decimal(12,2)", sold_at: timestamptz }
        entities:
          customer: { from: customer_moved, key: customer_id }
          sale:     { from: sold, key: sale_id, references: { customer_id: customer } }
        dimensions:
          date:     { calendar: { from: 2026-01-01 } }
          customer: { of: customer, attributes: { city: 2, phone: 1 } }
        facts:
          sale:
            of: sale
            grain: sale_id
            time: sold_at
            dimensions:
              customer: customer_id
              sold: { dimension: date, key: sold_at }
            measures: { amount: sum }
        """;

    private static final List<String> EVENTS = List.of(
            moved("c1", "Graz", "2026-01-10"),
            moved("c1", "Wien", "2026-03-01"),
            sold("s1", "c1", "12.50", "2026-02-20"),
            sold("s2", "c9", "3.20", "2026-03-02"),
            """
            {"type":"sold","sale_id":"s3","customer_id":"c1","amount":"much","sold_at":"2026-03-03T08:00:00Z"}\
            """,
            """
            {"type":"closed","at":"2026-03-03T08:00:00Z"}\
            """,
            moved("c1", "Linz", "2026-02-01"));

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final Path folder;
    private final Path model;

    private Bakery(Path folder) throws IOException {
        this.folder = folder;
        this.model = Files.writeString(folder.resolve("bakery.yaml"), MODEL);
    }

    /// What a command answered.
    record Answer(int code, String out, String err) {}

    /// A warehouse that has loaded a few events: a late move, a sale to somebody unknown, one that
    /// is quarantined and one that is ignored.
    static Bakery open(Path folder) throws IOException {
        Bakery bakery = new Bakery(folder);
        bakery.ingest("first", EVENTS);
        return bakery;
    }

    static String moved(String customer, String city, String day) {
        return """
            {"type":"customer_moved","customer_id":"%s","city":"%s","moved_at":"%sT08:00:00Z"}\
            """.formatted(customer, city, day);
    }

    static String sold(String sale, String customer, String amount, String day) {
        return """
            {"type":"sold","sale_id":"%s","customer_id":"%s","amount":%s,"sold_at":"%sT08:00:00Z"}\
            """.formatted(sale, customer, amount, day);
    }

    Answer ingest(String name, List<String> events, String... options) throws IOException {
        Path file = Files.write(folder.resolve(name + ".ndjson"), events);
        List<String> arguments = new ArrayList<>(List.of("ingest", "--source", "shop", file.toString()));
        arguments.addAll(List.of(options));
        Answer answer = run(arguments.toArray(String[]::new));
        if (answer.code() != 0) {
            throw new IllegalStateException(answer.err());
        }
        return answer;
    }

    /// Runs a command on this warehouse.
    Answer run(String... command) {
        return runOn(model, command);
    }

    /// Runs a command at a terminal, where somebody answers every question so.
    Answer runAsked(String reply, String... command) {
        return run(Terminal.Liveliness.LIVE, Optional.of(() -> reply), argumentsOn(model, command));
    }

    /// Runs a command with another model on the database of this warehouse, unless it names its own.
    Answer runOn(Path other, String... command) {
        return plain(argumentsOn(other, command));
    }

    private String[] argumentsOn(Path other, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        if (!arguments.contains("--database-url")) {
            arguments.addAll(List.of("--database-url", database.jdbcUrl()));
        }
        arguments.addAll(List.of(
                "--model", other.toString(),
                "--database-user", database.user(),
                "--database-password", database.password()));
        return arguments.toArray(String[]::new);
    }

    /// Runs a command that has to do with no warehouse.
    Answer plain(String... command) {
        return run(Terminal.Liveliness.PLAIN, Optional.empty(), command);
    }

    private static Answer run(Terminal.Liveliness liveliness, Optional<Terminal.Person> person, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), liveliness, 0, person);
        int code = StartideCommand.run(terminal, command);
        return new Answer(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /// The platform over this warehouse, as a command opens it.
    Session session(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(settings());
        return Session.open(all, Optional.empty(), "WARN");
    }

    /// Model and database, as settings.
    Map<String, Object> settings() {
        return Map.of(
                "startide.model", model.toString(),
                "startide.database.url", database.jdbcUrl(),
                "startide.database.user", database.user(),
                "startide.database.password", database.password());
    }

    /// Changes rows by hand, past all constraints.
    void tamper(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; " + sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// How many connections others have to this warehouse's database.
    long connections() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("""
                    select count(*) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                      and backend_type = 'client backend'\
                    """)) {
            counted.next();
            return counted.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
