package dev.startide.adapter.outbound.postgres.connection;

import static java.util.stream.Collectors.joining;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a server must be like for our promises to hold: above all, that committed means durable.
public final class ServerFitness {

    /// Needed for `pg_input_is_valid`, and supported by its makers for years to come.
    static final int LEAST_VERSION = 160_000;

    private static final String ON = "on";
    private static final String SET_IT_ON = "set it to on";

    private ServerFitness() {}

    /// Refuses a server that is not fit.
    ///
    /// @throws StartideException `DATABASE_UNFIT` with every setting that is in the way
    static void require(Connection connection) throws SQLException {
        List<Unfitness> complaints = complaints(connection);
        if (!complaints.isEmpty()) {
            throw StartideException.because(
                    FailureCode.DATABASE_UNFIT,
                    complaints.stream()
                            .map(Unfitness::toString)
                            .collect(joining("; ", "PostgreSQL cannot keep our promises: ", "")));
        }
    }

    /// Everything about a server that is in the way.
    public static List<Unfitness> complaints(Connection connection) throws SQLException {
        return complaints(settings(connection));
    }

    static List<Unfitness> complaints(Map<String, String> settings) {
        List<Unfitness> complaints = new ArrayList<>();
        if (Integer.parseInt(settings.getOrDefault("server_version_num", "0")) < LEAST_VERSION) {
            complaints.add(new Unfitness("server_version_num", "it is older than version 16", "upgrade it"));
        }
        if (!ON.equals(settings.get("fsync"))) {
            complaints.add(new Unfitness("fsync", "fsync is off, so a crash loses what was acknowledged", SET_IT_ON));
        }
        if (!ON.equals(settings.get("full_page_writes"))) {
            complaints.add(
                    new Unfitness("full_page_writes", "full_page_writes is off, so a crash can tear pages", SET_IT_ON));
        }
        if ("off".equals(settings.get("synchronous_commit"))) {
            complaints.add(new Unfitness(
                    "synchronous_commit",
                    "synchronous_commit is off, so a commit does not wait for the disk",
                    SET_IT_ON));
        }
        if (!"UTF8".equals(settings.get("server_encoding"))) {
            complaints.add(new Unfitness(
                    "server_encoding", "the database's encoding is not UTF8", "create it with encoding UTF8"));
        }
        return complaints;
    }

    /// The defaults of the server, database and user: what sessions of ours change does not count.
    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select name, reset_val from pg_catalog.pg_settings
                        where name in ('server_version_num', 'fsync', 'full_page_writes',
                            'synchronous_commit', 'server_encoding')
                        """)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }
}
