package dev.startide.domain.testkit;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.schema.ColumnName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Builds typed events of a model. Immutable; of fields that it is not told it says nothing.
public record TypedEventBuilder(
        EventType type, Map<ColumnName, @Nullable Object> said, long sequence, ChangeKind kind) {

    /// An event that says how something is.
    public TypedEventBuilder(EventType type, Map<ColumnName, @Nullable Object> said, long sequence) {
        this(type, said, sequence, ChangeKind.STATED);
    }

    private static final LanePosition UNLOGGED = new LanePosition(new LaneId(0), 0);

    /// An event of this kind.
    public static TypedEventBuilder anEventOf(WarehouseModel model, String kind) {
        return new TypedEventBuilder(model.event(new EventName(kind)), Map.of(), 0);
    }

    /// The same event as another model knows it, which may have other fields.
    public TypedEventBuilder of(WarehouseModel model) {
        return new TypedEventBuilder(model.event(type.name()), said, sequence, kind);
    }

    /// The event says this of a field. A list of maps gives the elements of a nested field.
    public TypedEventBuilder with(String field, @Nullable Object value) {
        Map<ColumnName, @Nullable Object> more = new HashMap<>(said);
        more.put(ColumnName.column(field), value);
        return new TypedEventBuilder(type, more, sequence, kind);
    }

    /// The event says nothing of a field.
    public TypedEventBuilder without(String field) {
        Map<ColumnName, @Nullable Object> less = new HashMap<>(said);
        less.remove(ColumnName.column(field));
        return new TypedEventBuilder(type, less, sequence, kind);
    }

    /// The event happened at this time.
    public TypedEventBuilder at(String instant) {
        return at(Instant.parse(instant));
    }

    /// The event happened at this time.
    public TypedEventBuilder at(Instant time) {
        return with(timeOf(type).value(), time);
    }

    public TypedEventBuilder inSequence(long number) {
        return new TypedEventBuilder(type, said, number, kind);
    }

    /// The event says that what it names is gone, where its feeds leave that to it.
    public TypedEventBuilder gone() {
        return new TypedEventBuilder(type, said, sequence, ChangeKind.GONE);
    }

    /// Whether an event of this kind has to speak of a field.
    public boolean mustSay(ColumnName field) {
        int slot = type.fields().slotOf(field);
        return field.equals(timeOf(type))
                || (slot >= 0
                        && type.fields().fields().get(slot) instanceof Field.Scalar scalar
                        && scalar.presence() == Field.Presence.REQUIRED);
    }

    /// The event, not logged yet. Its digest is of all that it says.
    public TypedEvent build() {
        FieldValues fields = values(type.fields(), said);
        Instant at = fields.value(timeOf(type)) instanceof LocalDate day
                ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                : (Instant) fields.value(timeOf(type));
        byte[] content = (type.name() + said.toString() + sequence + kind).getBytes(StandardCharsets.UTF_8);
        ChangeOrder order = new ChangeOrder(at, sequence, EventDigest.of("", content));
        return new TypedEvent(type, UNLOGGED, order, kind, fields);
    }

    /// All that the event says, for the report of a case that failed.
    @Override
    public String toString() {
        return "%s %s, sequence %d".formatted(type.name(), new TreeMap<>(said), sequence);
    }

    private static ColumnName timeOf(EventType type) {
        return switch (type.time()) {
            case EventType.Time.ByField(var field) -> field;
            case EventType.Time.OfChange() ->
                throw new IllegalArgumentException("%s has its time beside its fields".formatted(type.name()));
        };
    }

    private static FieldValues values(FieldGroup group, Map<ColumnName, @Nullable Object> said) {
        @Nullable Object[] values = new Object[group.fields().size()];
        for (int slot = 0; slot < values.length; slot++) {
            Field field = group.fields().get(slot);
            Object value = said.containsKey(field.name()) ? said.get(field.name()) : Unsaid.UNSAID;
            values[slot] = field instanceof Field.Nested nested && value instanceof List<?> elements
                    ? elements(nested.element(), elements)
                    : value;
        }
        return new FieldValues(group, values);
    }

    private static List<FieldValues> elements(FieldGroup group, List<?> elements) {
        List<FieldValues> built = new ArrayList<>();
        for (Object element : elements) {
            Map<ColumnName, @Nullable Object> said = new HashMap<>();
            ((Map<?, ?>) element).forEach((name, value) -> said.put(ColumnName.column((String) name), value));
            built.add(values(group, said));
        }
        return built;
    }
}
