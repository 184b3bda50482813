package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.catalog.ModelMeaning;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.RebuildScope.Extent;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The row of `startide.rebuild`.
record RebuildRow(String state, RebuildScope scope, UUID fingerprint, long farKey, boolean isPausing) {

    static final String BUILDING = "building";
    static final String SWAPPED = "swapped";

    private static final String READ =
            "select state, everything, tables, fingerprint, far_key, is_pausing from startide.rebuild";

    private static final String ADD =
            "insert into startide.rebuild (state, everything, tables, fingerprint, far_key) values (?, ?, ?, ?, ?)";

    static Optional<RebuildRow> read(Connection connection) throws SQLException {
        return new Sql(connection)
                        .query(
                                row -> new RebuildRow(
                                        row.getString(1),
                                        new RebuildScope(
                                                row.getBoolean(2) ? Extent.EVERYTHING : Extent.SOME_TABLES,
                                                tables((Object[])
                                                        row.getArray(3).getArray())),
                                        row.getObject(4, UUID.class),
                                        row.getLong(5),
                                        row.getBoolean(6)),
                                READ)
                        .stream()
                        .findFirst();
    }

    void add(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, state);
            statement.setBoolean(2, scope.extent() == Extent.EVERYTHING);
            statement.setArray(
                    3,
                    SqlArrays.ofTexts(
                            connection,
                            scope.tables().stream()
                                    .map(TableName::toString)
                                    .sorted()
                                    .toList()));
            statement.setObject(4, fingerprint);
            statement.setLong(5, farKey);
            statement.executeUpdate();
        }
    }

    /// Stands for what rebuilt rows look like, and for what a model makes of events.
    static UUID fingerprintOf(WarehouseLayout layout) {
        String description =
                layout.schema().tables() + ModelMeaning.of(layout.model()).toString();
        return EventDigest.of(layout.model().name(), description.getBytes(StandardCharsets.UTF_8))
                .toUuid();
    }

    private static Set<TableName> tables(Object[] names) {
        return Arrays.stream(names)
                .map(name -> name.toString().split("\\.", 2))
                .map(parts -> new TableName(parts[0], parts[1]))
                .collect(Collectors.toUnmodifiableSet());
    }
}
