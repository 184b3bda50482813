package dev.startide.adapter.outbound.postgres.connection;

import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import io.micronaut.data.model.query.builder.sql.Dialect;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/// Tells repositories over the control pool that they speak PostgreSQL. Elsewhere this would be a
/// setting below `datasources`; ours are all below `startide.database`.
@Singleton
@Named(Pool.CONTROL_NAME)
final class ControlRepositories extends DataJdbcConfiguration {

    ControlRepositories() {
        super(Pool.CONTROL_NAME);
        setDialect(Dialect.POSTGRES);
    }
}
