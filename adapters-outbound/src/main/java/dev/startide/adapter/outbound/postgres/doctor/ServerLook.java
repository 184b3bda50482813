package dev.startide.adapter.outbound.postgres.doctor;

import dev.startide.adapter.outbound.postgres.connection.DatabaseConfig;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.connection.ServerFitness;
import dev.startide.adapter.outbound.postgres.connection.Unfitness;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.diagnosis.Diagnosis;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The settings of the server: those that promises rest on, and those that get in the way later.
@Singleton
@Order(1)
final class ServerLook implements Look {

    private static final String SETTINGS = SqlFile.beside(ServerLook.class, "server_settings.sql");

    private static final List<String> PROMISES =
            List.of("server_version_num", "fsync", "full_page_writes", "synchronous_commit", "server_encoding");

    private static final String ON = "on";
    private static final String OFF = "off";

    private final DatabaseConfig config;

    ServerLook(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public List<Diagnosis> at(Connection connection) throws SQLException {
        Map<String, String> settings = settings(connection);
        List<Diagnosis> all = new ArrayList<>(promises(ServerFitness.complaints(connection), settings));
        all.addAll(upkeep(settings));
        all.add(connections(settings));
        return all;
    }

    private static List<Diagnosis> promises(List<Unfitness> complaints, Map<String, String> settings) {
        Set<String> inTheWay = complaints.stream().map(Unfitness::setting).collect(Collectors.toSet());
        List<Diagnosis> all = new ArrayList<>();
        complaints.forEach(complaint ->
                all.add(Diagnosis.error(Place.of(complaint.setting()), complaint.says(), complaint.remedy())));
        PROMISES.stream()
                .filter(setting -> !inTheWay.contains(setting))
                .forEach(setting -> all.add(Diagnosis.fine(Place.of(setting), "%s".formatted(settings.get(setting)))));
        return all;
    }

    /// What has to be so for the server to stay well. Pure.
    static List<Diagnosis> upkeep(Map<String, String> settings) {
        List<Diagnosis> all = new ArrayList<>();
        all.add(
                ON.equals(settings.get("default_transaction_read_only"))
                        ? Diagnosis.error(
                                Place.of("default_transaction_read_only"),
                                "transactions may not write unless they say so",
                                "Set it to off for this database and user")
                        : Diagnosis.fine(Place.of("default_transaction_read_only"), OFF));
        all.add(
                OFF.equals(settings.get("autovacuum"))
                        ? Diagnosis.warning(
                                Place.of("autovacuum"),
                                "nothing cleans up after updates and deletes, so tables grow and plans grow old",
                                "Set autovacuum to on")
                        : Diagnosis.fine(Place.of("autovacuum"), ON));
        all.add(
                OFF.equals(settings.get("data_checksums"))
                        ? Diagnosis.note(
                                Place.of("data_checksums"),
                                "off, so damaged pages go unnoticed; pg_checksums --enable turns them on while the server is stopped")
                        : Diagnosis.fine(Place.of("data_checksums"), ON));
        all.add(Diagnosis.fine(
                Place.of("timezone"),
                "%s for others; our sessions set UTC, and days are decided by the model's time zone"
                        .formatted(settings.get("TimeZone"))));
        all.add(transactionTimeout(settings));
        return all;
    }

    /// Our sessions set limits of their own for statements, locks and idleness, but not this one.
    private static Diagnosis transactionTimeout(Map<String, String> settings) {
        String limit = settings.getOrDefault("transaction_timeout", "0");
        return "0".equals(limit)
                ? Diagnosis.fine(Place.of("transaction_timeout"), "none")
                : Diagnosis.warning(
                        Place.of("transaction_timeout"),
                        "transactions are ended after %s ms, long ones of 'apply', 'verify' and 'rebuild' too"
                                .formatted(limit),
                        "Set it to 0 for the user of startide.database.user");
    }

    private Diagnosis connections(Map<String, String> settings) {
        int ours = Pool.mostConnections(config);
        int most = number(settings, "max_connections")
                - number(settings, "superuser_reserved_connections")
                - number(settings, "reserved_connections");
        String says = "one instance takes up to %d of %d connections".formatted(ours, most);
        return ours * 2 > most
                ? Diagnosis.warning(
                        Place.of("max_connections"),
                        says + ", so a second instance, or others, may find none",
                        "Raise max_connections, or lower startide.database.ingest-connections and its neighbours")
                : Diagnosis.fine(Place.of("max_connections"), says);
    }

    private static int number(Map<String, String> settings, String name) {
        return Integer.parseInt(settings.getOrDefault(name, "0"));
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }
}
