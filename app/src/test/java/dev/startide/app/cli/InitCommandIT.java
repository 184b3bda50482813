package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.start.Example;
import dev.startide.app.terminal.Terminal;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A project that `init` makes runs as it is, and its warehouse is right.
class InitCommandIT {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(Example.class)
    void showsWhatTheReadmePromises(Example example) throws SQLException {
        // Given
        run("init", "--example", example.word(), folder.toString());

        // When
        example.sources().forEach(this::ingest);

        // Then
        assertThat(run(withDatabase("verify"))).as(messages.toString(UTF_8)).isZero();
        assertThat(rows(question(example))).isEqualTo(answer(example));
    }

    private static String question(Example example) {
        return switch (example) {
            case BAKERY -> "select sold_year_month, customer_city, revenue from mart.sales_by_city order by 1";
            case SHOP ->
                "select ordered_year_month, product_category, customer_segment, revenue, units"
                        + " from mart.sales_by_month order by 1, 2, 3";
        };
    }

    private static List<String> answer(Example example) {
        return switch (example) {
            case BAKERY -> List.of("2026-02 Graz 12.50", "2026-03 Wien 7.30");
            case SHOP ->
                List.of(
                        "2026-02 books new 24.00 1",
                        "2026-02 books vip 66.00 3",
                        "2026-02 kitchen new 19.80 2",
                        "2026-03 kitchen regular 46.00 4",
                        "2026-03 null regular 5.00 1");
        };
    }

    private void ingest(String source) {
        run(withDatabase(
                "ingest",
                "--source",
                source,
                folder.resolve("events").resolve(source + ".ndjson").toString()));
    }

    private String[] withDatabase(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--config", folder.resolve("startide.yaml").toString(),
                "--model", folder.resolve("warehouse.yaml").toString(),
                "--database-url", database.jdbcUrl(),
                "--database-user", database.user(),
                "--database-password", database.password()));
        return arguments.toArray(String[]::new);
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(messages, true, UTF_8),
                Terminal.Liveliness.PLAIN,
                0);
        return StartideCommand.run(terminal, arguments);
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(found.getString(column)));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }
}
