package dev.startide.adapter.outbound.postgres.connection;

import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// Where the server is, for messages.
///
/// @param text host and port, such as `db.example:5432`
record ServerAddress(String text) {

    /// What a JDBC URL says; the URL itself if the driver cannot read it.
    static ServerAddress of(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        return Optional.ofNullable(parts)
                .map(read -> new ServerAddress("%s:%s"
                        .formatted(
                                read.getProperty(PGProperty.PG_HOST.getName(), "localhost"),
                                read.getProperty(PGProperty.PG_PORT.getName(), "5432"))))
                .orElseGet(() -> new ServerAddress(url));
    }

    @Override
    public String toString() {
        return text;
    }
}
