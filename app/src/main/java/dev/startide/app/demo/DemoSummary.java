package dev.startide.app.demo;

import dev.startide.app.report.StatusReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.terminal.TextTable;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;

/// What the demo ends with: what is in the warehouse, a question with its answer, and how to ask
/// more.
record DemoSummary(Terminal terminal) {

    void show(StatusReport loaded, Analyst analyst) throws IOException, SQLException {
        print("What is in the warehouse", loaded.tableOfRows().lines());
        terminal.answer("");
        terminal.answer(loaded.equation());
        print(
                "Revenue by region and year, each customer in the region that held when the order was placed",
                answer(analyst));
        print("Ask it yourself, as a role that may only read", connections(analyst));
    }

    private void print(String title, List<String> lines) {
        terminal.answer("");
        terminal.answer(title);
        terminal.answer("");
        lines.forEach(line -> terminal.answer("  " + line));
    }

    private static List<String> answer(Analyst analyst) throws IOException, SQLException {
        List<List<String>> rows = analyst.ask(Analyst.revenueQuestion());
        TextTable table = new TextTable(rows.getFirst().toArray(String[]::new));
        rows.stream().skip(1).forEach(table::row);
        return table.lines();
    }

    private static List<String> connections(Analyst analyst) {
        URI server = URI.create(analyst.jdbcUrl().substring("jdbc:".length()));
        String database = server.getPath().substring(1);
        return List.of(
                "psql      PGPASSWORD=%s psql -h %s -p %d -U %s %s"
                        .formatted(analyst.password(), server.getHost(), server.getPort(), Analyst.ROLE, database),
                "DBeaver   JDBC URL %s, user %s, password %s"
                        .formatted(analyst.jdbcUrl(), Analyst.ROLE, analyst.password()),
                "Metabase  PostgreSQL, host %s, port %d, database %s, the same user and password"
                        .formatted(server.getHost(), server.getPort(), database),
                "",
                "Tables: schemas star and mart; the other schemas hold the log and the normalized tables.");
    }
}
