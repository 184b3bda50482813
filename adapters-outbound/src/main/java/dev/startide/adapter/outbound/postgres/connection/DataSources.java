package dev.startide.adapter.outbound.postgres.connection;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/// The pools as named data sources, for what wants one by name: repositories, health, metrics. The
/// settings of all are `startide.database.*`.
@Factory
final class DataSources {

    private final Database database;

    DataSources(Database database) {
        this.database = database;
    }

    @Singleton
    @Named(Pool.INGEST_NAME)
    DataSource ingest() {
        return database.source(Pool.INGEST);
    }

    @Singleton
    @Named(Pool.LOAD_NAME)
    DataSource load() {
        return database.source(Pool.LOAD);
    }

    @Singleton
    @Named(Pool.CONTROL_NAME)
    DataSource control() {
        return database.source(Pool.CONTROL);
    }
}
