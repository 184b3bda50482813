package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.SOURCE;
import static dev.startide.adapter.outbound.payload.Orders.required;
import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.adapter.outbound.cel.CelForTests;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.EventType.Sequence;
import dev.startide.warehouse.mapping.EventType.Time;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import dev.startide.warehouse.mapping.UnknownFields;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.KeyPermanence;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// Change envelopes of a table whose rows are known by their `id`.
final class Rows {

    /// 12:00 on 15 March 2026.
    static final String AT_NOON = "1773576000";

    private static final Attribute ID = new Attribute(column("id"), new LogicalType.Int(), "");

    private Rows() {}

    /// Reads envelopes whose time is that of the change.
    static EventReader reader(Field... fields) {
        return reader(type("row_changed", new Condition.Always(), new Time.OfChange(), fields));
    }

    /// Reads envelopes of these kinds.
    static EventReader reader(EventType... types) {
        return reader(new Entity(new EntityName("row_of_table"), "", List.of(ID), List.of(), List.of()), types);
    }

    /// Reads envelopes of rows whose `id` may change; `former_id` is the one before.
    static EventReader readerOfChangingKeys(Field... fields) {
        Attribute former = new Attribute(column("former_id"), new LogicalType.Int(), "");
        Entity entity = new Entity(
                new EntityName("row_of_table"),
                "",
                KeyPermanence.Changing.identity(List.of(ID)),
                List.of(ID, former),
                List.of(),
                new KeyPermanence.Changing(List.of(ID), List.of(former.name())));
        return reader(entity, type("row_changed", new Condition.Always(), new Time.OfChange(), fields));
    }

    private static EventReader reader(Entity entity, EventType... types) {
        WarehouseModel model = new WarehouseModel(
                "test",
                "",
                ZoneId.of("Europe/Vienna"),
                List.of(SourceBuilder.aSource(SOURCE.value())
                        .inFormat(PayloadFormat.DEBEZIUM)
                        .build()),
                List.of(types),
                List.of(entity),
                List.of(),
                List.of(),
                List.of(),
                Stream.of(types)
                        .map(type -> new Feed<>(
                                entity.name(), type.name(), new Feed.Scope.WholeEvent(), Feed.Effect.FOLLOWS))
                        .toList(),
                List.of());
        return new PayloadEventReader(model, CelForTests.expressions());
    }

    /// A kind of event with an `id` and these fields.
    static EventType type(String name, Condition when, Time time, Field... fields) {
        return new EventType(
                new EventName(name),
                "",
                SOURCE,
                when,
                time,
                List.of(),
                new Sequence.None(),
                new FieldGroup(Stream.concat(Stream.of(required("id", "int")), Stream.of(fields))
                        .toList()),
                UnknownFields.IGNORE);
    }

    /// An envelope without schema part, of a table `person` in PostgreSQL.
    static String envelope(String operation, String before, String after) {
        return envelope(operation, before, after, "\"ts_us\":%s250000,\"lsn\":4711".formatted(AT_NOON));
    }

    static String envelope(String operation, String before, String after, String source) {
        return """
                {"before":%s,"after":%s,"op":"%s","ts_ms":1999999999999,
                 "source":{"connector":"postgresql","table":"person",%s}}""".formatted(before, after, operation, source);
    }

    /// An envelope with a schema part that describes one column beside the `id`.
    static String described(String column, String schema, String value) {
        String row = """
                {"type":"struct","field":"%%s","optional":true,"fields":[
                  {"type":"int32","field":"id","optional":false},
                  {"field":"%s","optional":true,%s}]}""".formatted(column, schema);
        return """
                {"schema":{"type":"struct","fields":[%s,%s,{"type":"string","field":"op"}]},
                 "payload":%s}""".formatted(
                        row.formatted("before"),
                        row.formatted("after"),
                        envelope("c", "null", "{\"id\":1,\"%s\":%s}".formatted(column, value)));
    }
}
