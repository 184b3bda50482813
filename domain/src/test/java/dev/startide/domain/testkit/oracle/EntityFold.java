package dev.startide.domain.testkit.oracle;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What events say of an entity, and the rows of its tables.
final class EntityFold {

    private final Entity entity;
    private final Map<Key, List<Said>> statements;
    private final Set<Key> announced;
    private final Set<ColumnName> firstCounts;
    private final Set<ColumnName> partsOfKeys;

    private EntityFold(
            Entity entity,
            Map<Key, List<Said>> statements,
            Set<Key> announced,
            Set<ColumnName> firstCounts,
            Set<ColumnName> partsOfKeys) {
        this.entity = entity;
        this.statements = statements;
        this.announced = announced;
        this.firstCounts = firstCounts;
        this.partsOfKeys = partsOfKeys;
    }

    static EntityFold of(WarehouseModel model, Entity entity, List<TypedEvent> events, KeyFold keys) {
        List<Said> said = new ArrayList<>();
        Set<Key> announced = new HashSet<>();
        for (TypedEvent event : events) {
            for (Feed<EntityName> feed : model.entityFeeds()) {
                if (feed.event().equals(event.type().name())) {
                    for (Part part : Part.of(event, feed.scope())) {
                        if (feed.target().equals(entity.name())) {
                            said.add(statement(entity, feed.effect(), part, keys));
                        }
                        named(model.entity(feed.target()), feed.effect(), entity.name(), part)
                                .forEach(key -> announced.add(keys.identityOf(key)));
                    }
                }
            }
        }
        return new EntityFold(
                entity, Said.byKey(said), announced, firstCounts(model, entity), partsOfKeys(model, entity));
    }

    /// What is said of each entity, in order.
    Map<Key, List<Said>> statements() {
        return statements;
    }

    /// The rows of the entity's table: the last value said of each attribute; for an entity that
    /// others name and nobody spoke of, a row that says so.
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        statements.forEach((key, inOrder) -> rows.add(row(key, inOrder, inOrder.getLast())));
        announced.stream().filter(key -> !statements.containsKey(key)).forEach(key -> rows.add(announcedRow(key)));
        return rows;
    }

    /// The rows of the table of stored changes.
    List<String> changes() {
        List<String> rows = new ArrayList<>();
        statements.forEach((key, inOrder) ->
                inOrder.stream().filter(said -> isKept(said, inOrder)).forEach(said -> rows.add(change(key, said))));
        return rows;
    }

    /// A change is not kept if it can make no difference to any history, whatever else is said one
    /// day: all that it says is said once more, later within its instant.
    private boolean isKept(Said said, List<Said> inOrder) {
        List<Said> instant = inOrder.stream()
                .filter(other -> other.order().at().equals(said.order().at()))
                .toList();
        List<Said> before = instant.subList(0, instant.indexOf(said));
        List<Said> after = instant.subList(instant.indexOf(said) + 1, instant.size());
        if (said.isGone()) {
            return after.isEmpty();
        }
        boolean isSaidAgain = after.stream().anyMatch(other -> !other.isGone())
                && said.values().keySet().stream()
                        .allMatch(name ->
                                after.stream().anyMatch(other -> other.values().containsKey(name)));
        boolean mayBeFirst = said.values().keySet().stream()
                .filter(firstCounts::contains)
                .filter(name -> said.values().get(name) != null)
                .anyMatch(
                        name -> before.stream().allMatch(other -> other.values().get(name) == null));
        boolean isPartOfKey = said.values().keySet().stream().anyMatch(partsOfKeys::contains);
        return !isSaidAgain || mayBeFirst || isPartOfKey;
    }

    private String row(Key key, List<Said> inOrder, Said latest) {
        Cells cells = keyCells(key);
        for (Attribute attribute : entity.attributes()) {
            cells.add(attribute.name(), Said.last(inOrder, attribute.name()));
        }
        cells.add("_is_inferred", false).add("_is_deleted", latest.isGone());
        return orderCells(cells, latest.order()).toString();
    }

    private String announcedRow(Key key) {
        Cells cells = keyCells(key);
        entity.attributes().forEach(attribute -> cells.add(attribute.name(), null));
        return cells.add("_is_inferred", true)
                .add("_is_deleted", false)
                .add("_changed_at", null)
                .add("_change_sequence", null)
                .add("_change_id", null)
                .toString();
    }

    private String change(Key key, Said said) {
        Cells cells = orderCells(keyCells(key), said.order());
        for (Attribute attribute : entity.attributes()) {
            cells.add(attribute.name(), said.values().get(attribute.name()));
        }
        String saidNull = entity.attributes().stream()
                .map(Attribute::name)
                .filter(name -> said.values().containsKey(name) && said.values().get(name) == null)
                .map(ColumnName::value)
                .collect(Collectors.joining(","));
        return cells.add("_said_null", saidNull.isEmpty() ? null : saidNull)
                .add("_is_deleted", said.isGone())
                .toString();
    }

    private Cells keyCells(Key key) {
        Cells cells = new Cells();
        for (int index = 0; index < entity.key().size(); index++) {
            cells.add(entity.key().get(index).name(), key.part(index));
        }
        return cells;
    }

    static Cells orderCells(Cells cells, ChangeOrder order) {
        return cells.add("_changed_at", order.at())
                .add("_change_sequence", order.sequence())
                .add("_change_id", order.event().toUuid());
    }

    /// The attributes that name another member only together with others.
    private static Set<ColumnName> partsOfKeys(WarehouseModel model, Entity entity) {
        return model.dimensions().stream()
                .filter(Dimension.Members.class::isInstance)
                .map(Dimension.Members.class::cast)
                .filter(dimension -> dimension.of().equals(entity.name()))
                .flatMap(dimension -> dimension.outriggers().stream())
                .filter(outrigger -> outrigger.key().size() > 1)
                .flatMap(outrigger -> Part.names(outrigger.key()).stream())
                .collect(Collectors.toSet());
    }

    /// The attributes of which a dimension shows the first value.
    private static Set<ColumnName> firstCounts(WarehouseModel model, Entity entity) {
        return model.dimensions().stream()
                .filter(Dimension.Members.class::isInstance)
                .map(Dimension.Members.class::cast)
                .filter(dimension -> dimension.of().equals(entity.name()))
                .flatMap(dimension -> dimension.attributesThat(ChangePolicy.KEEP_FIRST))
                .map(Dimension.MemberAttribute::name)
                .collect(Collectors.toSet());
    }

    private static Said statement(Entity entity, Feed.Effect effect, Part part, KeyFold keys) {
        Key key = keys.identityOf(part.key(Part.names(entity.saidKey())).orElseThrow());
        return part.tellsTheEnd(effect)
                ? Said.gone(key, part.order())
                : Said.stated(key, part.order(), part.saidOf(entity.attributes()));
    }

    /// The keys of `wanted` that a row of another entity names. A row that is only said to be gone
    /// has nothing but its key.
    private static List<Key> named(Entity naming, Feed.Effect effect, EntityName wanted, Part part) {
        return naming.references().stream()
                .filter(reference -> !part.tellsTheEnd(effect)
                        || Part.names(naming.saidKey()).containsAll(reference.columns()))
                .filter(reference -> reference.target().equals(wanted))
                .flatMap(reference -> part.key(reference.columns()).stream())
                .toList();
    }
}
