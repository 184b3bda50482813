package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.catalog.ModelMeaning;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.LoaderLease.Purpose;
import dev.startide.warehouse.WarehouseModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Keeps a process from loading whose model makes other rows than the one that was applied last.
///
/// A process knows one model. The first time it asks, its model must be the one that was applied
/// last; from then on no other one may have been applied, which the generation of the lease counts.
final class ModelFence {

    private static final String MEANING = "select meaning from startide.applied_model order by version desc limit 1";

    private static final long UNKNOWN = -1;

    private final Supplier<Optional<WarehouseModel>> model;

    /// The generation that this process belongs to.
    private final AtomicLong own = new AtomicLong(UNKNOWN);

    /// @param model that this process knows; asked for when it is wanted
    ModelFence(Supplier<Optional<WarehouseModel>> model) {
        this.model = model;
    }

    /// A fence for processes that are checked otherwise, or whose generation alone counts.
    static ModelFence ofGenerations() {
        return new ModelFence(Optional::empty);
    }

    /// Before anything is taken, so that others need not wait for what we may not use.
    ///
    /// @param generation asks for the generation of the lease
    /// @param purpose what for; tables may be swapped for those of any model
    void check(Connection connection, String generation, Purpose purpose) throws SQLException {
        boolean isFirst = own.get() == UNKNOWN;
        try (PreparedStatement statement = connection.prepareStatement(generation);
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                checkGeneration(row.getLong(1));
            }
        }
        if (isFirst && purpose == Purpose.ROWS) {
            checkMeaning(connection);
        }
    }

    /// @param found the generation of the lease
    void checkGeneration(long found) {
        long expected = own.updateAndGet(known -> known == UNKNOWN ? found : known);
        if (expected != found) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "Another model was applied, or the warehouse was rebuilt for it, since this process began; start it again with that model");
        }
    }

    /// After the generation is known: a model that is applied between the two is found out later.
    private void checkMeaning(Connection connection) throws SQLException {
        Optional<UUID> wanted = model.get().map(ModelMeaning::of);
        if (wanted.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(MEANING);
                ResultSet row = statement.executeQuery()) {
            UUID found = row.next() ? row.getObject(1, UUID.class) : null;
            if (found != null && !found.equals(wanted.get())) {
                own.set(UNKNOWN);
                throw StartideException.because(
                        FailureCode.MODEL_CONFLICT,
                        "The warehouse is loaded with another model than this one, which was applied later;"
                                + " start with that one, or apply this one by 'startide apply'");
            }
        }
    }
}
