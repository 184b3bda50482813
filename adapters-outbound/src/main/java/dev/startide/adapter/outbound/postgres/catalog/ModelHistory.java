package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.quality.ModelStanding;
import dev.startide.warehouse.WarehouseModel;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which warehouse the database holds, and which models were applied to it.
final class ModelHistory {

    private static final String NAME = "select name from startide.warehouse";

    private static final String CLAIM = "insert into startide.warehouse (name) values (?) on conflict (id) do nothing";

    private static final String RECORD = """
            insert into startide.applied_model (fingerprint, description, meaning)
            select wanted.fingerprint, wanted.description, wanted.meaning
            from (values (?::uuid, ?::text, ?::uuid)) as wanted (fingerprint, description, meaning)
            where wanted.fingerprint is distinct from (
              select fingerprint from startide.applied_model order by version desc limit 1
            )
            """;

    /// Whoever began with another model may load no more.
    private static final String NEXT_GENERATION = """
            update startide.loader_lease set generation = generation + 1
            where (select meaning from startide.applied_model order by version desc limit 1) is distinct from ?
              and exists (select from startide.applied_model)
            """;

    /// Whoever only looks may find the table as it was before there was such a column.
    private static final String MEANINGS =
            "select to_jsonb(applied) ->> 'meaning' from startide.applied_model as applied order by version desc";

    private ModelHistory() {}

    /// The name of the warehouse, empty if there is none yet.
    static String warehouseName(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAME);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /// Makes the database hold the model's warehouse.
    ///
    /// @throws StartideException `MODEL_CONFLICT` if it holds another one
    static void claim(Connection connection, WarehouseModel model) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, model.name());
            statement.executeUpdate();
        }
        String held = warehouseName(connection);
        if (!held.equals(model.name())) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "The database holds the warehouse %s, but the model is of %s: use another database, or rename the model"
                            .formatted(held, model.name()));
        }
    }

    /// Records the model unless it was the last one to be applied. If that one makes other rows,
    /// processes that began with it may load no more.
    static void record(Connection connection, WarehouseModel model) throws SQLException {
        String description = StorableText.escape(describe(model));
        UUID meaning = ModelMeaning.of(model);
        try (PreparedStatement statement = connection.prepareStatement(NEXT_GENERATION)) {
            statement.setObject(1, meaning);
            statement.executeUpdate();
        }
        EventDigest fingerprint = EventDigest.of(model.name(), description.getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
            statement.setObject(1, fingerprint.toUuid());
            statement.setString(2, description);
            statement.setObject(3, meaning);
            statement.executeUpdate();
        }
    }

    /// What the model is to those that were applied.
    static ModelStanding standing(Connection connection, WarehouseModel model) throws SQLException {
        String meaning = ModelMeaning.of(model).toString();
        try (PreparedStatement statement = connection.prepareStatement(MEANINGS);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return ModelStanding.FIRST;
            }
            if (meaning.equals(row.getString(1))) {
                return ModelStanding.LATEST;
            }
            while (row.next()) {
                if (meaning.equals(row.getString(1))) {
                    return ModelStanding.REPLACED;
                }
            }
            return ModelStanding.OTHER;
        }
    }

    /// One line for each part. Of a source's options only the names are kept: their values may be
    /// secret.
    static String describe(WarehouseModel model) {
        Stream<String> sources = model.sources().stream()
                .map(source -> "%s %s %s %s %s"
                        .formatted(
                                source.name(),
                                source.kind(),
                                source.format(),
                                source.dedupe(),
                                new TreeSet<>(source.options().keySet())));
        Stream<String> parts = Stream.of(
                        model.events(),
                        model.entities(),
                        model.dimensions(),
                        model.facts(),
                        model.marts(),
                        model.entityFeeds(),
                        model.factFeeds())
                .flatMap(List::stream)
                .map(Object::toString);
        Stream<String> head = Stream.of(
                model.name(),
                model.description(),
                model.timeZone().getId(),
                model.integrity().toString());
        return Stream.of(head, sources, parts).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }
}
