package dev.startide.adapter.outbound.postgres.connection;

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
final class ServerFitness {

    /// Needed for `pg_input_is_valid`, and supported by its makers for years to come.
    static final int LEAST_VERSION = 160_000;

    private static final String ON = "on";

    private ServerFitness() {}

    /// Refuses a server that is not fit.
    ///
    /// @throws StartideException `DATABASE_UNFIT` with every setting that is in the way
    static void require(Connection connection) throws SQLException {
        List<String> complaints = complaints(settings(connection));
        if (!complaints.isEmpty()) {
            throw StartideException.because(
                    FailureCode.DATABASE_UNFIT,
                    "PostgreSQL cannot keep our promises: " + String.join("; ", complaints));
        }
    }

    /// One sentence for each setting that is in the way, with what to do about it.
    static List<String> complaints(Map<String, String> settings) {
        List<String> complaints = new ArrayList<>();
        if (Integer.parseInt(settings.getOrDefault("server_version_num", "0")) < LEAST_VERSION) {
            complaints.add("it is older than version 16, upgrade it");
        }
        if (!ON.equals(settings.get("fsync"))) {
            complaints.add("fsync is off, so a crash loses what was acknowledged: set it to on");
        }
        if (!ON.equals(settings.get("full_page_writes"))) {
            complaints.add("full_page_writes is off, so a crash can tear pages: set it to on");
        }
        if ("off".equals(settings.get("synchronous_commit"))) {
            complaints.add("synchronous_commit is off, so a commit does not wait for the disk: set it to on");
        }
        if (!"UTF8".equals(settings.get("server_encoding"))) {
            complaints.add("the database's encoding is not UTF8: create it with encoding UTF8");
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
