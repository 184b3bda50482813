package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.port.outbound.Expressions;
import dev.startide.domain.port.outbound.Expressions.Scope;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Those fields of a kind of event that name rows: all that is believed of a row that is gone,
/// because databases log no more of it unless they are told to. Immutable.
final class KeyFields {

    private final FieldGroup all;
    private final GroupPlan plan;

    private KeyFields(FieldGroup all, GroupPlan plan) {
        this.all = all;
        this.plan = plan;
    }

    static KeyFields of(EventType type, WarehouseModel model, Expressions expressions) {
        Set<ColumnName> named = named(type.name(), model);
        return of(type, named, expressions);
    }

    /// The field with the time of the event alone, whether the event has it or not.
    static KeyFields ofTime(EventType type, Expressions expressions) {
        return switch (type.time()) {
            case EventType.Time.ByField(var field) -> of(type, Set.of(field), expressions);
            case EventType.Time.OfChange() -> of(type, Set.of(), expressions);
        };
    }

    /// The values; nothing is said of all other fields.
    ///
    /// @throws Refusal if one cannot be read
    FieldValues read(Scope scope, ValueReading reading) {
        GroupReading keys = new GroupReading(plan, "", reading);
        Trees.replay(scope.event(), new RootTarget(keys));
        keys.compute(scope);
        FieldValues read = keys.finish();
        @Nullable Object[] values = new Object[all.fields().size()];
        Arrays.fill(values, Unsaid.UNSAID);
        List<Field> fields = plan.group().fields();
        for (int slot = 0; slot < fields.size(); slot++) {
            values[all.slotOf(fields.get(slot).name())] = read.value(slot);
        }
        return new FieldValues(all, values);
    }

    private static KeyFields of(EventType type, Set<ColumnName> names, Expressions expressions) {
        List<Field> fields = type.fields().fields().stream()
                .filter(field -> names.contains(field.name()))
                .toList();
        return new KeyFields(type.fields(), GroupPlan.ofSome(new FieldGroup(fields), expressions));
    }

    private static Set<ColumnName> named(EventName event, WarehouseModel model) {
        Stream<Attribute> keys = model.entityFeeds().stream()
                .filter(feed -> feed.event().equals(event))
                .flatMap(feed -> model.entity(feed.target()).saidKey().stream());
        Stream<Attribute> grains = model.factFeeds().stream()
                .filter(feed -> feed.event().equals(event))
                .flatMap(feed -> model.fact(feed.target()).grain().stream());
        Set<ColumnName> names = new HashSet<>();
        Stream.concat(keys, grains).map(Attribute::name).forEach(names::add);
        return names;
    }
}
