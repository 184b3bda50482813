package dev.startide.domain.testkit.course;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.KeyPermanence;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Random events of any model. Few keys, few values and few instants, so that ties, returns to an
/// earlier value, repetitions, late news and members of whom nobody speaks are common.
public final class RandomEvents {

    private static final int MOST = 16;
    private static final int MOST_ELEMENTS = 3;
    private static final int WEIGHT_SCALE = 8;

    private static final List<BigDecimal> SHARES =
            Stream.of("0", "0.25", "0.33333333", "1").map(BigDecimal::new).toList();

    private final WarehouseModel model;
    private final Set<ColumnName> keys;
    private final Set<ColumnName> weights;

    public RandomEvents(WarehouseModel model) {
        this.model = model;
        this.keys = Stream.of(
                        model.entities().stream().flatMap(RandomEvents::keysOf),
                        model.entities().stream()
                                .flatMap(entity -> entity.references().stream())
                                .map(Entity.Reference::columns)
                                .flatMap(List::stream),
                        model.facts().stream().flatMap(RandomEvents::keysOf))
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
        this.weights = model.facts().stream()
                .flatMap(fact -> fact.roles().stream())
                .map(role -> role instanceof Role.OfBridge bridge ? bridge.weight() : new Weight.Equal())
                .filter(Weight.Said.class::isInstance)
                .map(said -> ((Weight.Said) said).field().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Events of all kinds in no particular order, some of them doubled.
    public List<TypedEventBuilder> some(Gen gen) {
        List<TypedEventBuilder> events = gen.listOf(0, MOST, this::any);
        Stream<TypedEventBuilder> doubled = events.stream().filter(_ -> gen.onceIn(5));
        return gen.shuffled(Stream.concat(events.stream(), doubled).toList());
    }

    /// An event of one of these kinds.
    ///
    /// @param kinds all of the model's if there are none
    public TypedEventBuilder any(Gen gen, String... kinds) {
        List<EventType> among = model.events().stream()
                .filter(type ->
                        kinds.length == 0 || List.of(kinds).contains(type.name().value()))
                .toList();
        EventType type = gen.oneOf(among);
        Map<ColumnName, @Nullable Object> said = said(gen, type.fields());
        return new TypedEventBuilder(type, said, gen.between(0, 1)).at(gen.oneOf(RandomValues.INSTANTS));
    }

    private TypedEventBuilder any(Gen gen) {
        return any(gen, new String[0]);
    }

    private Map<ColumnName, @Nullable Object> said(Gen gen, FieldGroup group) {
        Map<ColumnName, @Nullable Object> said = new HashMap<>();
        for (Field field : group.fields()) {
            switch (field) {
                case Field.Nested nested -> {
                    if (!gen.onceIn(4)) {
                        said.put(field.name(), elements(gen, nested.element()));
                    }
                }
                case Field.Scalar scalar -> {
                    boolean mustSay = scalar.presence() == Field.Presence.REQUIRED;
                    switch (mustSay ? 7 : gen.between(0, 7)) {
                        case 0 -> said.put(field.name(), null);
                        case 1, 2 -> {}
                        default -> said.put(field.name(), value(gen, scalar));
                    }
                }
            }
        }
        return said;
    }

    private List<Map<String, @Nullable Object>> elements(Gen gen, FieldGroup element) {
        List<Map<String, @Nullable Object>> elements = new ArrayList<>();
        for (int count = gen.between(0, MOST_ELEMENTS); count > 0; count--) {
            Map<String, @Nullable Object> named = new HashMap<>();
            said(gen, element).forEach((name, value) -> named.put(name.value(), value));
            elements.add(named);
        }
        if (!gen.onceIn(5)) {
            shareOut(gen, element, elements);
        }
        return elements;
    }

    /// Lets the weights of a list add up: one element stands for everything, or two for parts.
    private void shareOut(Gen gen, FieldGroup element, List<Map<String, @Nullable Object>> elements) {
        for (Field field : element.fields()) {
            if (weights.contains(field.name())) {
                BigDecimal first = elements.size() == 1 ? BigDecimal.ONE : gen.oneOf(SHARES);
                for (int index = 0; index < elements.size(); index++) {
                    BigDecimal rest = index == 1 ? BigDecimal.ONE.subtract(first) : BigDecimal.ZERO;
                    elements.get(index).put(field.name().value(), (index == 0 ? first : rest).setScale(WEIGHT_SCALE));
                }
            }
        }
    }

    private Object value(Gen gen, Field.Scalar field) {
        if (!field.allowed().isEmpty()) {
            return gen.oneOf(field.allowed());
        }
        return keys.contains(field.name()) ? RandomValues.key(gen, field.type()) : RandomValues.of(gen, field.type());
    }

    private static Stream<ColumnName> keysOf(Entity entity) {
        Stream<ColumnName> said = entity.saidKey().stream().map(Attribute::name);
        return switch (entity.permanence()) {
            case KeyPermanence.Lasting() -> said;
            case KeyPermanence.Changing(var _, var formerly) -> Stream.concat(said, formerly.stream());
        };
    }

    private static Stream<ColumnName> keysOf(Fact fact) {
        return Stream.concat(
                fact.grain().stream().map(Attribute::name),
                fact.roles().stream()
                        .filter(Role.OfMember.class::isInstance)
                        .flatMap(role -> role.inputs().stream())
                        .map(Attribute::name));
    }
}
