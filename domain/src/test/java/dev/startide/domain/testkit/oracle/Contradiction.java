package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells whether an event says two things of one row, which nobody can believe.
public final class Contradiction {

    private Contradiction() {}

    /// @param event any event of the model
    public static boolean isIn(TypedEvent event, WarehouseModel model) {
        boolean inAnEntity = model.entityFeeds().stream()
                .filter(feed -> feed.event().equals(event.type().name()) && feed.effect() == Feed.Effect.STATES)
                .anyMatch(feed -> {
                    Entity entity = model.entity(feed.target());
                    return isIn(Part.of(event, feed.scope()), entity.saidKey(), entity.attributes());
                });
        return inAnEntity
                || model.factFeeds().stream()
                        .filter(feed -> feed.event().equals(event.type().name()) && feed.effect() == Feed.Effect.STATES)
                        .anyMatch(feed -> {
                            Fact fact = model.fact(feed.target());
                            return isIn(Part.of(event, feed.scope()), fact.grain(), fact.inputs());
                        });
    }

    private static boolean isIn(List<Part> parts, List<Attribute> key, List<Attribute> attributes) {
        Map<Key, Map<ColumnName, @Nullable Object>> said = new HashMap<>();
        return parts.stream().anyMatch(part -> {
            Map<ColumnName, @Nullable Object> before =
                    said.computeIfAbsent(part.key(Part.names(key)).orElseThrow(), _ -> new HashMap<>());
            return names(attributes).anyMatch(name -> differs(before, name, part.value(name)));
        });
    }

    /// Whether something else was said before; remembers what is said now.
    private static boolean differs(Map<ColumnName, @Nullable Object> before, ColumnName name, @Nullable Object value) {
        if (value == Unsaid.UNSAID) {
            return false;
        }
        boolean differs = before.containsKey(name) && !Objects.deepEquals(before.get(name), value);
        before.put(name, value);
        return differs;
    }

    private static Stream<ColumnName> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name);
    }
}
