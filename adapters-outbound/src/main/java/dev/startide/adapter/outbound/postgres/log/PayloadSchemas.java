package dev.startide.adapter.outbound.postgres.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The schemas in `raw.payload_schema`, each kept once. Rows are never changed, so they are
/// remembered; safe for use by many threads.
final class PayloadSchemas {

    /// A source has a handful; this many only if something sends a new one with each event.
    private static final int REMEMBERED = 1_000;

    private static final String KEEP = """
            insert into raw.payload_schema (fingerprint, kind, definition) values (?, ?, ?)
            on conflict (fingerprint) do nothing
            """;

    private static final String FIND_ID = "select id from raw.payload_schema where fingerprint = ?";

    private static final String FIND = "select kind, definition from raw.payload_schema where id = ?";

    private final Cache<PayloadSchema, Integer> ids =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Integer, PayloadSchema> schemas =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /// Makes sure that the schemas of these events have numbers, each committed by itself, so that
    /// appends do not wait for each other.
    ///
    /// @return how many were not known to this process
    int keep(Connection connection, List<IncomingEvent> events) throws SQLException {
        Set<PayloadSchema> unknown = events.stream()
                .map(event -> event.payload().writtenWith())
                .flatMap(Optional::stream)
                .filter(schema -> ids.getIfPresent(schema) == null)
                .collect(Collectors.toSet());
        for (PayloadSchema schema : unknown) {
            keep(connection, schema);
            idOf(connection, schema);
        }
        return unknown.size();
    }

    /// The number of a schema that was kept.
    int idOf(Connection connection, PayloadSchema schema) throws SQLException {
        Integer known = ids.getIfPresent(schema);
        if (known != null) {
            return known;
        }
        try (PreparedStatement statement = connection.prepareStatement(FIND_ID)) {
            statement.setObject(1, fingerprint(schema).toUuid());
            try (ResultSet row = statement.executeQuery()) {
                requireFound(row);
                int id = row.getInt(1);
                ids.put(schema, id);
                return id;
            }
        }
    }

    /// The schema with a number.
    PayloadSchema withId(Connection connection, int id) throws SQLException {
        PayloadSchema known = schemas.getIfPresent(id);
        if (known != null) {
            return known;
        }
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                requireFound(row);
                PayloadSchema schema = new PayloadSchema(
                        StorableText.unescape(row.getString(1)), StorableText.unescape(row.getString(2)));
                schemas.put(id, schema);
                return schema;
            }
        }
    }

    private static void keep(Connection connection, PayloadSchema schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, fingerprint(schema).toUuid());
            statement.setString(2, StorableText.escape(schema.kind()));
            statement.setString(3, StorableText.escape(schema.definition()));
            statement.executeUpdate();
        }
    }

    private static EventDigest fingerprint(PayloadSchema schema) {
        return EventDigest.of(
                schema.kind(), StorableText.escape(schema.definition()).getBytes(StandardCharsets.UTF_8));
    }

    private static void requireFound(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw StartideException.because(FailureCode.INVARIANT_BROKEN, "A payload schema was not kept");
        }
    }
}
