package dev.startide.adapter.outbound.postgres.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// One pool of connections for each [Pool]. Making them connects to nothing yet.
final class Pools implements AutoCloseable {

    /// Longer than any statement may run, so that the server's own limit speaks first.
    private static final Duration SOCKET_GRACE = Duration.ofSeconds(30);

    /// Statements are few and repeated for ever, so they are worth preparing at their second use.
    private static final int PREPARE_THRESHOLD = 2;

    private final Map<Pool, HikariDataSource> pools = new EnumMap<>(Pool.class);

    Pools(DatabaseConfig config) {
        for (Pool pool : Pool.values()) {
            pools.put(pool, new HikariDataSource(settings(pool, config)));
        }
    }

    HikariDataSource of(Pool pool) {
        HikariDataSource source = pools.get(pool);
        if (source == null) {
            throw new IllegalStateException("There is no pool " + pool);
        }
        return source;
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }

    private static HikariConfig settings(Pool pool, DatabaseConfig config) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("startide-" + pool.beanName());
        settings.setJdbcUrl(config.url());
        settings.setUsername(config.user());
        settings.setPassword(config.password());
        settings.setMaximumPoolSize(pool.size(config));
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        settings.setConnectionTimeout(Math.max(250, config.acquireTimeout().toMillis()));
        settings.setConnectionInitSql(sessionSettings(pool, config));
        settings.addDataSourceProperty("ApplicationName", settings.getPoolName());
        settings.addDataSourceProperty("connectTimeout", seconds(config.connectTimeout()));
        settings.addDataSourceProperty("loginTimeout", seconds(config.connectTimeout()));
        settings.addDataSourceProperty(
                "socketTimeout", seconds(config.statementTimeout().plus(SOCKET_GRACE)));
        settings.addDataSourceProperty("tcpKeepAlive", "true");
        settings.addDataSourceProperty("prepareThreshold", Integer.toString(PREPARE_THRESHOLD));
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        return settings;
    }

    /// Commits wait for the disk even where the server's default says otherwise.
    private static String sessionSettings(Pool pool, DatabaseConfig config) {
        return """
                set statement_timeout = %d;
                set lock_timeout = %d;
                set idle_in_transaction_session_timeout = %d;
                set timezone = 'UTC';
                select set_config('synchronous_commit', 'on', false)
                where current_setting('synchronous_commit') not in ('on', 'remote_apply')
                """.formatted(
                        config.statementTimeout().toMillis(),
                        pool.lockTimeout(config).toMillis(),
                        pool.patienceInTransaction().toMillis());
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
