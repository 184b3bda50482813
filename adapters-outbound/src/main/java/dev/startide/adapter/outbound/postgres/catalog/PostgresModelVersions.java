package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.port.outbound.ModelVersions;
import dev.startide.domain.review.ModelVersion;
import dev.startide.warehouse.WarehouseModel;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Reads the models that were applied.
@Singleton
final class PostgresModelVersions implements ModelVersions {

    private static final String FIND =
            "select version, applied_at, applied_by, description from startide.applied_model where version = ?";

    private final Database database;

    PostgresModelVersions(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ModelVersion> find(int version) {
        return database.looking("look for a model that was applied", connection -> {
            if (!OwnTable.exists(connection, "applied_model")) {
                return Optional.empty();
            }
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setInt(1, version);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new ModelVersion(
                                    row.getInt(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    row.getString(3),
                                    StorableText.unescape(row.getString(4))))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public String describe(WarehouseModel model) {
        return ModelHistory.describe(model);
    }
}
