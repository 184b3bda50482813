package dev.startide.adapter.outbound.payload;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.adapter.outbound.cel.CelForTests;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.LoggedEvent.Admission;
import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.EventType.Sequence;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.mapping.Field.ValueSource;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.mapping.UnknownFields;
import dev.startide.warehouse.schema.LogicalType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Orders with lines: the events that the tests of this package read.
final class Orders {

    static final SourceName SOURCE = new SourceName("orders");

    static final String JSON = """
        {"order_id":"o-1","customer_id":"c-7","placed_at":"2026-03-15T12:00:00.25Z","version":3,"total":31.50,
         "paid":true,"due_on":"2026-04-01","unknown":{"deep":[1,2,{"x":null}]},"note":null,"extra":{"a":[1,2.50]},
         "lines":[{"line_no":1,"quantity":2,"unit_price":10.00},{"line_no":2,"quantity":1,"unit_price":"11.5"}]}\
        """;

    private Orders() {}

    /// The fields of [#JSON] in their order; `order_id`, `placed_at` and those of lines are
    /// required.
    static FieldGroup fields() {
        return new FieldGroup(List.of(
                required("order_id", "text"),
                optional("customer_id", "varchar(20)"),
                required("placed_at", "timestamptz"),
                optional("version", "bigint"),
                optional("total", "decimal(12,2)"),
                optional("paid", "boolean"),
                optional("due_on", "date"),
                optional("note", "text"),
                optional("extra", "json"),
                new Field.Nested(
                        column("lines"),
                        new FieldGroup(List.of(
                                required("line_no", "int"),
                                required("quantity", "int"),
                                required("unit_price", "decimal(12,2)"))))));
    }

    static EventType placed() {
        return type(
                "order_placed",
                new Condition.Always(),
                "placed_at",
                fields().fields().toArray(Field[]::new));
    }

    static EventType type(String name, Condition when, String time, Field... fields) {
        return new EventType(
                new EventName(name),
                "",
                SOURCE,
                when,
                column(time),
                List.of(),
                new Sequence.None(),
                new FieldGroup(Arrays.asList(fields)));
    }

    static EventType identifiedBy(EventType type, Sequence sequence, String... identity) {
        return new EventType(
                type.name(),
                type.description(),
                type.source(),
                type.when(),
                type.time(),
                Arrays.stream(identity).map(name -> column(name)).toList(),
                sequence,
                type.fields(),
                type.unknown());
    }

    /// The same with another contract for fields that are unknown.
    static EventType under(UnknownFields unknown, EventType type) {
        FieldGroup fields = unknown == UnknownFields.OVERFLOW ? overflowing(type.fields()) : type.fields();
        return new EventType(
                type.name(),
                type.description(),
                type.source(),
                type.when(),
                type.time(),
                type.identity(),
                type.sequence(),
                fields,
                unknown);
    }

    private static FieldGroup overflowing(FieldGroup group) {
        Stream<Field> declared = group.fields().stream().map(field -> switch (field) {
            case Field.Nested(var name, var element) -> new Field.Nested(name, overflowing(element));
            case Field.Scalar scalar -> scalar;
        });
        Field overflow =
                field(UnknownFields.OVERFLOW_COLUMN.value(), "json", Presence.OPTIONAL, new ValueSource.Unknown());
        return new FieldGroup(Stream.concat(declared, Stream.of(overflow)).toList());
    }

    static Field required(String name, String type) {
        return field(name, type, Presence.REQUIRED, new ValueSource.SameName());
    }

    static Field optional(String name, String type) {
        return field(name, type, Presence.OPTIONAL, new ValueSource.SameName());
    }

    static Field computed(String name, String type, String cel) {
        return field(name, type, Presence.OPTIONAL, new ValueSource.Cel(cel));
    }

    static EventReader reader(EventType... types) {
        WarehouseModel model = new WarehouseModel(
                "test",
                "",
                ZoneId.of("Europe/Vienna"),
                List.of(SourceBuilder.aSource(SOURCE.value()).build()),
                List.of(types),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new PayloadEventReader(model, CelForTests.expressions());
    }

    static LoggedEvent json(String content) {
        return json(content.getBytes(StandardCharsets.UTF_8));
    }

    static LoggedEvent json(byte[] content) {
        return logged(new Payload.SelfDescribing("application/json", content));
    }

    static LoggedEvent avro(byte[] content, String schema) {
        return logged(new Payload.WithSchema("avro/binary", content, new PayloadSchema("avro", schema)));
    }

    static LoggedEvent logged(Payload payload) {
        return logged(payload, Map.of());
    }

    static LoggedEvent logged(Payload payload, Map<String, String> headers) {
        IncomingEvent event =
                new IncomingEvent(new Identity.InContent(), headers, Instant.parse("2026-03-15T12:00:01Z"), payload);
        return new LoggedEvent(new LanePosition(new LaneId(1), 1), SOURCE, Admission.ACCEPTED, event);
    }

    static TypedEvent typed(Reading reading) {
        if (reading instanceof Reading.Typed(var _, TypedEvent event)) {
            return event;
        }
        throw new AssertionError("Not typed: " + reading);
    }

    static Rejection refusal(Reading reading) {
        if (reading instanceof Reading.Refused(var _, var _, Rejection rejection, var _)) {
            return rejection;
        }
        throw new AssertionError("Not refused: " + reading);
    }

    static Object value(Reading reading, String field) {
        return typed(reading).fields().value(column(field));
    }

    private static Field field(String name, String type, Presence presence, ValueSource value) {
        return new Field.Scalar(column(name), LogicalType.parse(type).orElseThrow(), presence, value, List.of(), "");
    }
}
