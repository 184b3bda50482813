package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.terminal.Terminal;
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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tests of models run on a real database, and find what is not as it should be.
class TestCommandIT {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "dev", "startide", "app", "init");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"bakery", "shop"})
    void testsOfNewProjectsPass(String example) {
        // When
        int code = test(RESOURCES.resolve(example).resolve("warehouse.yaml"));

        // Then
        assertThat(code).as(said()).isZero();
        assertThat(said()).contains("all passed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpch", "brokerage"})
    void testsOfSamplesPass(String sample) {
        // When
        int code = test(Path.of("..", "samples", sample, "warehouse.yaml"));

        // Then
        assertThat(code).as(said()).isZero();
        assertThat(said()).contains("all passed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/model.md"})
    void testsOfDocumentsPass(String document) throws IOException {
        // Given
        Matcher snippets = Pattern.compile("(?ms)^```yaml\n(.*?)^```")
                .matcher(Files.readString(Path.of("..").resolve(document)));
        StringBuilder model = new StringBuilder();
        while (snippets.find() && (model.isEmpty() || !document.equals("README.md"))) {
            snippets.group(1)
                    .lines()
                    .filter(line -> !line.endsWith(": …"))
                    .forEach(line -> model.append(line).append('\n'));
        }
        Files.writeString(folder.resolve("holidays.csv"), "date,name\n2026-01-01,New Year\n");

        // When
        int code = test(Files.writeString(folder.resolve("warehouse.yaml"), model));

        // Then
        assertThat(code).as(said()).isZero();
        assertThat(said()).contains("all passed");
    }

    @Test
    void showsWhatDiffersAsATable() throws IOException {
        // Given
        Path model = bakeryWith("customer.city: Graz, amount: 12.50", "customer.city: Wien, amount: 12.50");

        // When
        int code = test(model, "lived then", "--seed", "1");

        // Then
        assertThat(code).as(said()).isEqualTo(5);
        assertThat(answered()).contains("FAILED  a sale is where the customer lived then", "(in every order)");
        assertThat(answered().lines().map(String::strip))
                .contains(
                        "sale:",
                        "expected  s1       Wien            12.50",
                        "actual    s1       Graz !          12.50");
    }

    @Test
    void writesWhatBuildServersRead() throws IOException {
        // Given
        Path model = bakeryWith("revenue: 12.50", "revenue: 12.40");
        Path report = folder.resolve("tests.xml");

        // When
        int code = test(model, "--junit", report.toString());

        // Then
        assertThat(code).isEqualTo(5);
        assertThat(Files.readString(report))
                .contains(
                        "tests=\"8\" failures=\"4\"",
                        "<failure message=\"sales_by_city:\"",
                        "lived then, even if the move is told later (reversed)\"");
    }

    @Test
    void tellsOfEventsThatWereNotToBeRefused() throws IOException {
        // Given
        Path model = bakeryWith("    quarantined: [ { event: 2, reason: TYPE_MISMATCH } ]\n", "");

        // When
        int code = test(model, "not known yet", "--json");

        // Then
        assertThat(code).isEqualTo(5);
        assertThat(answered()).contains("\"event\":2,\"expected\":\"loaded\",\"actual\":\"quarantined: TYPE_MISMATCH");
    }

    @Test
    void tellsOfAGrainThatIsNotUnique() throws IOException {
        // Given
        Path model = bakeryWith("    grain: sale_id\n", "    grain: customer_id\n    degenerate: [sale_id]\n");

        // When
        test(model, "lived then");

        // Then
        assertThat(answered()).contains("sale: its grain is not unique. With customer_id anna there are 2 rows");
    }

    @Test
    void leavesTheDatabaseEmpty() throws SQLException {
        // When
        test(RESOURCES.resolve("bakery").resolve("warehouse.yaml"));

        // Then
        assertThat(schemas()).isEmpty();
    }

    @Test
    void refusesADatabaseThatHoldsAWarehouse() throws SQLException {
        // Given
        Path model = RESOURCES.resolve("bakery").resolve("warehouse.yaml");
        run("apply", model);

        // When
        int code = test(model);

        // Then
        assertThat(code).isEqualTo(7);
        assertThat(said()).contains("Give the tests an empty database");
        assertThat(schemas()).contains("norm", "star");
    }

    @Test
    void namesTheTestThatMayBeMeant() {
        // When
        int code = test(RESOURCES.resolve("bakery").resolve("warehouse.yaml"), "no such test");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(said()).contains("Known here: a sale is where");
    }

    @Test
    void previewsTheRowsOfAFile() {
        // Given
        Path bakery = RESOURCES.resolve("bakery");

        // When
        int code = run(
                "preview",
                bakery.resolve("warehouse.yaml"),
                "--source",
                "shop",
                bakery.resolve("events").resolve("shop.ndjson").toString());

        // Then
        assertThat(code).as(said()).isZero();
        assertThat(answered()).contains("fact.sale", "dimension.customer", "mart.sales_by_city", "12.50", "Graz");
        assertThat(said()).contains("none of them written to your warehouse");
    }

    private Path bakeryWith(String original, String replacement) throws IOException {
        String bakery = Files.readString(RESOURCES.resolve("bakery").resolve("warehouse.yaml"));
        assertThat(bakery).contains(original);
        return Files.writeString(folder.resolve("warehouse.yaml"), bakery.replace(original, replacement));
    }

    private int test(Path model, String... options) {
        return run("test", model, options);
    }

    private int run(String command, Path model, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(
                "--model", model.toString(),
                "--database-url", database.jdbcUrl(),
                "--database-user", database.user(),
                "--database-password", database.password()));
        Terminal terminal = new Terminal(
                new PrintStream(answers, true, UTF_8),
                new PrintStream(messages, true, UTF_8),
                Terminal.Liveliness.PLAIN,
                0);
        return StartideCommand.run(terminal, arguments.toArray(String[]::new));
    }

    private String said() {
        return messages.toString(UTF_8) + answered();
    }

    private String answered() {
        return answers.toString(UTF_8);
    }

    private List<String> schemas() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select nspname from pg_namespace where nspname in ('raw', 'norm', 'star', 'mart', 'startide')")) {
            while (found.next()) {
                schemas.add(found.getString(1));
            }
        }
        return schemas;
    }
}
