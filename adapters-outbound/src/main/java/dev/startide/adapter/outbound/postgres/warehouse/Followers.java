package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.SelectField;

/// Finds the members that refer to others, by the index of a reference's durable keys.
///
/// @param reader reads the natural key
record Followers(KeyedQuery query, RowReader reader, int width) {

    static Followers of(MemberLayout layout, OutriggerLayout reference) {
        List<ColumnName> naturalKey =
                layout.dimension().naturalKey().stream().map(Attribute::name).toList();
        List<SelectField<?>> fields = new ArrayList<>();
        naturalKey.forEach(part -> fields.add(Names.field(KeyedQuery.ROW, part)));
        List<Column> columns = naturalKey.stream()
                .map(layout.table()::column)
                .flatMap(Optional::stream)
                .toList();
        return new Followers(
                KeyedQuery.of(
                        layout.table(),
                        List.of(OutriggerLayout.durableKeyOf(reference.outrigger())),
                        fields,
                        List.of()),
                new RowReader(columns),
                columns.size());
    }

    /// The natural keys of members one of whose versions refers to one of these.
    Set<Key> find(Connection connection, List<Key> durableKeys) throws SQLException {
        Set<Key> found = new HashSet<>();
        try (PreparedStatement statement = query.prepare(connection, durableKeys);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(Key.from(reader.read(rows, 1), 0, width));
            }
        }
        return found;
    }
}
