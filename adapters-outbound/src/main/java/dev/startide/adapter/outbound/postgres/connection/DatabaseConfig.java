package dev.startide.adapter.outbound.postgres.connection;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// The PostgreSQL that holds the warehouse.
///
/// @param url JDBC URL, such as `jdbc:postgresql://db.example:5432/shop`
/// @param user who owns the warehouse's schemas; must be allowed to create schemas
/// @param password the user's password; empty if the server asks for none
/// @param ingestConnections most connections that append to the raw log at once
/// @param loadConnections most connections of the loader: one writes, others read ahead
/// @param controlConnections most connections for status, plans and small rows
/// @param connectTimeout how long connecting to the server may take
/// @param acquireTimeout how long a call may wait for a free connection before it fails as
///     unavailable
/// @param statementTimeout how long one statement may run before the server cancels it
/// @param lockTimeout how long a schema change may wait for a lock; readers queue behind it for no
///     longer than this
/// @param loadLockTimeout how long a load batch may wait for a lock that somebody else holds on a
///     table of the warehouse, before it gives up its own and is tried again
/// @param readerRole role that may read dimensions, facts and marts; created if missing, and
///     granted to nobody
@ConfigurationProperties("startide.database")
public record DatabaseConfig(
        @Bindable(defaultValue = "jdbc:postgresql://localhost:5432/startide")
        String url,

        @Bindable(defaultValue = "startide") String user,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "8") int ingestConnections,
        @Bindable(defaultValue = "3") int loadConnections,
        @Bindable(defaultValue = "4") int controlConnections,
        @Bindable(defaultValue = "10s") Duration connectTimeout,
        @Bindable(defaultValue = "30s") Duration acquireTimeout,
        @Bindable(defaultValue = "5m") Duration statementTimeout,
        @Bindable(defaultValue = "1s") Duration lockTimeout,
        @Bindable(defaultValue = "10s") Duration loadLockTimeout,
        @Bindable(defaultValue = "startide_reader") String readerRole) {

    /// Our own tables are made with two connections while a third keeps others out.
    private static final int LEAST_CONTROL_CONNECTIONS = 3;

    public DatabaseConfig {
        requirePrefix(url);
        requireAtLeast("ingest-connections", ingestConnections, 1);
        requireAtLeast("load-connections", loadConnections, 2);
        requireAtLeast("control-connections", controlConnections, LEAST_CONTROL_CONNECTIONS);
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("acquire-timeout", acquireTimeout);
        requirePositive("statement-timeout", statementTimeout);
        requirePositive("lock-timeout", lockTimeout);
        requirePositive("load-lock-timeout", loadLockTimeout);
        if (readerRole.isBlank()) {
            throw new IllegalArgumentException("startide.database.reader-role must name a role");
        }
    }

    /// Without the password, because this ends up in logs.
    @Override
    public String toString() {
        return "%s as %s".formatted(url, user);
    }

    private static void requirePrefix(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("startide.database.url must look like jdbc:postgresql://host:port/name");
        }
    }

    private static void requireAtLeast(String setting, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "startide.database.%s must be at least %d, is %d".formatted(setting, least, value));
        }
    }

    private static void requirePositive(String setting, Duration value) {
        if (value.isNegative() || value.toMillis() == 0) {
            throw new IllegalArgumentException(
                    "startide.database.%s must be positive, is %s".formatted(setting, value));
        }
    }
}
