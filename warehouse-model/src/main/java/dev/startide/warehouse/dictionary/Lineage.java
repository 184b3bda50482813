package dev.startide.warehouse.dictionary;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.MiniDimension;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// From which fields of events each column comes.
final class Lineage {

    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");

    private final WarehouseModel model;
    private final Map<TableName, Map<ColumnName, SequencedSet<String>>> origins = new HashMap<>();

    Lineage(WarehouseLayout layout) {
        this.model = layout.model();
        layout.entities()
                .forEach(entity -> entity(entity.entity(), entity.table().name()));
        layout.members().forEach(this::members);
        layout.facts().forEach(this::fact);
        layout.marts().forEach(this::mart);
    }

    /// The origins of a column; none where it is generated or computed from nothing.
    SequencedSet<String> of(TableName table, ColumnName column) {
        return origins.getOrDefault(table, Map.of()).getOrDefault(column, new LinkedHashSet<>());
    }

    private void note(TableName table, ColumnName column, Collection<String> from) {
        origins.computeIfAbsent(table, _ -> new LinkedHashMap<>())
                .computeIfAbsent(column, _ -> new LinkedHashSet<>())
                .addAll(from);
    }

    private void entity(Entity entity, TableName table) {
        Stream.concat(entity.key().stream(), entity.attributes().stream())
                .map(Attribute::name)
                .forEach(column -> note(table, column, fields(model.entityFeeds(), entity.name(), column)));
    }

    private void members(MemberLayout members) {
        Dimension.Members dimension = members.dimension();
        TableName table = members.table().name();
        dimension.naturalKey().stream()
                .map(Attribute::name)
                .forEach(column -> note(table, column, fieldsOf(dimension.of(), column)));
        dimension.columns().forEach(shown -> note(table, shown.name(), fieldsOf(dimension.of(), shown.attribute())));
        dimension.minis().forEach(mini -> combinations(mini, dimension, table.schema()));
    }

    private void combinations(MiniDimension mini, Dimension.Members of, String schema) {
        TableName table = MemberLayout.tableOf(mini.name(), schema);
        mini.attributes().stream()
                .map(Attribute::name)
                .forEach(column -> note(table, column, fieldsOf(of.of(), column)));
    }

    private SequencedSet<String> fieldsOf(EntityName entity, ColumnName column) {
        return fields(model.entityFeeds(), entity, column);
    }

    private void fact(FactLayout layout) {
        Fact fact = layout.fact();
        TableName table = layout.table().name();
        Stream.of(fact.grain().stream(), fact.storedInputs().stream(), Stream.of(fact.time()))
                .flatMap(attributes -> attributes)
                .map(Attribute::name)
                .forEach(column -> note(table, column, fields(model.factFeeds(), fact.name(), column)));
        note(
                table,
                FactLayout.EVENT_TIME,
                fields(model.factFeeds(), fact.name(), fact.time().name()));
        for (Role role : fact.roles()) {
            role.inputs()
                    .forEach(input -> keys(role)
                            .forEach(key -> note(table, key, fields(model.factFeeds(), fact.name(), input.name()))));
        }
        fact.measures()
                .forEach(measure -> measure.inputs()
                        .forEach(input ->
                                note(table, measure.name(), fields(model.factFeeds(), fact.name(), input.name()))));
    }

    private static Stream<ColumnName> keys(Role role) {
        Stream<ColumnName> own = Stream.of(FactLayout.keyOf(role));
        return role instanceof Role.OfMember member
                ? Stream.concat(own, member.combinations().stream().map(FactLayout::keyOf))
                : own;
    }

    private void mart(View mart) {
        List<View.Rows> sides = switch (mart.content()) {
            case View.Rows rows -> List.of(rows);
            case View.Combined(var all, var _) -> all;
        };
        for (View.Rows side : sides) {
            Map<String, TableName> joined = new HashMap<>();
            joined.put(View.FROM_ALIAS, side.from());
            side.joins().forEach(join -> joined.put(join.alias(), join.target()));
            side.outputs().forEach(output -> note(mart.name(), output.name(), shown(output, side.from(), joined)));
        }
    }

    private Collection<String> shown(View.Output output, TableName from, Map<String, TableName> joined) {
        return switch (output.expression()) {
            case View.Expression.Qualified(var alias, var column) -> of(joined.getOrDefault(alias, from), column);
            case View.Expression.Sql(var text) -> named(text, from);
            case View.Expression.Window window -> of(from, window.window().of());
        };
    }

    private SequencedSet<String> named(String sql, TableName from) {
        SequencedSet<String> found = new LinkedHashSet<>();
        WORD.matcher(sql).results().forEach(word -> found.addAll(of(from, new ColumnName(word.group()))));
        return found;
    }

    private <T> SequencedSet<String> fields(List<Feed<T>> feeds, T target, ColumnName column) {
        SequencedSet<String> found = new LinkedHashSet<>();
        feeds.stream()
                .filter(feed -> feed.target().equals(target) && feed.effect() == Feed.Effect.STATES)
                .forEach(feed -> found.addAll(field(model.event(feed.event()), feed.scope(), column)));
        return found;
    }

    /// Fields of an element are looked for before those of the event.
    private static List<String> field(EventType event, Feed.Scope scope, ColumnName column) {
        String place = event.source() + " ▸ " + event.name() + ".";
        List<String> found = new ArrayList<>();
        if (scope instanceof Feed.Scope.EachElement(var list)) {
            event.fields().fields().stream()
                    .filter(field -> field.name().equals(list))
                    .filter(Field.Nested.class::isInstance)
                    .map(Field.Nested.class::cast)
                    .filter(nested -> nested.element().slotOf(column) >= 0)
                    .forEach(_ -> found.add(place + list + "[]." + column));
        }
        if (found.isEmpty() && event.fields().slotOf(column) >= 0) {
            found.add(place + column);
        }
        return found;
    }
}
