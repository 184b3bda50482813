package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.StoredShare;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.SelectField;

/// The rows of a bridge at some grains of its fact, each with the natural key of its member.
///
/// @param grain how many values the grain has
/// @param width how many values a row has; the natural key follows it
/// @param key the types of the natural key
record BridgeQuery(KeyedQuery query, RowReader reader, int grain, int width, List<LogicalType> key) {

    private static final String MEMBER = "m";

    BridgeQuery {
        key = List.copyOf(key);
    }

    static BridgeQuery of(BridgeLayout layout) {
        Role.OfMember member = layout.role().ofOne();
        String schema = layout.table().name().schema();
        List<SelectField<?>> fields = new ArrayList<>(KeyedQuery.writtenColumns(layout.table()));
        fields.addAll(NaturalKeys.fields(member, MEMBER));
        return new BridgeQuery(
                KeyedQuery.of(
                        layout.table(),
                        layout.fact().grain().stream().map(Attribute::name).toList(),
                        fields,
                        List.of(NaturalKeys.join(member, schema, MEMBER))),
                new RowReader(layout.table().writtenColumns()),
                layout.keyAt(),
                layout.width(),
                member.inputs().stream().map(Attribute::type).toList());
    }

    void ask(Connection connection, List<Key> grains, BiConsumer<Key, StoredShare> found) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection, grains);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                var row = reader.read(rows, 1);
                found.accept(Key.from(row, 0, grain), new StoredShare(row, NaturalKeys.read(rows, width + 1, key)));
            }
        }
    }
}
