package dev.startide.sample.brokerage.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.sample.brokerage.BrokerageEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The audit of a warehouse: every rule of `audit.sql`, with the totals of the generator at hand.
///
/// @param rules in the order of the file
/// @param totals what the generator counted, by name
public record AuditRules(List<AuditRule> rules, Map<String, BigDecimal> totals) {

    private static final String FILE = "audit.sql";
    private static final String RULE = "-- rule: ";

    public AuditRules {
        rules = List.copyOf(rules);
        totals = Map.copyOf(totals);
    }

    /// The audit for a company.
    ///
    /// @param inOrder each event once
    public static AuditRules of(List<BrokerageEvent> inOrder) {
        return new AuditRules(read(), AuditTotals.of(inOrder));
    }

    /// What is wrong, by the name of the rule; empty when all is right.
    ///
    /// @param connection may make temporary tables; nothing else is written
    public Map<String, List<String>> breaches(Connection connection) throws SQLException {
        lay(connection);
        Map<String, List<String>> breaches = new LinkedHashMap<>();
        for (AuditRule rule : rules) {
            List<String> found = rule.breaches(connection);
            if (!found.isEmpty()) {
                breaches.put(rule.name(), found);
            }
        }
        return breaches;
    }

    private void lay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists audit_total (name text primary key, value numeric)");
            statement.execute("delete from pg_temp.audit_total");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into pg_temp.audit_total values (?, ?)")) {
            for (Map.Entry<String, BigDecimal> total : totals.entrySet()) {
                insert.setString(1, total.getKey());
                insert.setBigDecimal(2, total.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<AuditRule> read() {
        List<AuditRule> rules = new ArrayList<>();
        for (String part : text().split("(?m)^(?=" + RULE + ")", -1)) {
            if (part.startsWith(RULE)) {
                String name = part.substring(RULE.length(), part.indexOf('\n')).strip();
                rules.add(new AuditRule(name, part.strip()));
            }
        }
        return rules;
    }

    private static String text() {
        try (InputStream file = AuditRules.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("%s is missing from the class path".formatted(FILE));
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
