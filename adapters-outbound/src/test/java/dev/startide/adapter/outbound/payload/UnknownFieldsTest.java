package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.avro;
import static dev.startide.adapter.outbound.payload.Orders.computed;
import static dev.startide.adapter.outbound.payload.Orders.json;
import static dev.startide.adapter.outbound.payload.Orders.optional;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.required;
import static dev.startide.adapter.outbound.payload.Orders.typed;
import static dev.startide.adapter.outbound.payload.Orders.under;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quality.Rejection.Stage;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.EventType.Time;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.UnknownFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of fields of a payload that a model knows nothing of.
class UnknownFieldsTest {

    private static final String OVERFLOW = UnknownFields.OVERFLOW_COLUMN.value();

    /// Its fields need no tree of the payload.
    private static final EventType SIGNED_UP = signedUp(new Condition.Always());

    /// Its condition needs one.
    private static final EventType SIGNED_UP_BY_TREE = signedUp(new Condition.Cel("!has(event.never)"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rank\":1                         | rank is no field of the model",
                "\"contact\":{\"phone\":\"1\"}      | contact.phone is no field of the model",
                "\"lines\":[{\"no\":1},{\"of\":2}]  | lines[1].of is no field of the model",
                "\"ann@example.org\":true           | … is no field of the model",
                "\"unknown_fields\":{}                   | unknown_fields is no field of the model",
            })
    void areRefusedWhereTheContractSaysSo(String more, String message) {
        // Given
        EventReader direct = Orders.reader(under(UnknownFields.QUARANTINE, SIGNED_UP));
        EventReader byTree = Orders.reader(under(UnknownFields.QUARANTINE, SIGNED_UP_BY_TREE));

        // When
        List<Rejection> refusals =
                List.of(refusal(direct.read(json(payload(more)))), refusal(byTree.read(json(payload(more)))));

        // Then
        Rejection expected = new Rejection(Stage.PARSE, Reason.FIELD_UNKNOWN, message);
        assertThat(refusals).containsExactly(expected, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"contact\":{\"email\":\"a\"},\"lines\":[{\"no\":1}]",
                ",\"contact\":null,\"lines\":[]",
            })
    void areNotWhatIsDeclared(String more) {
        // Given
        EventReader reader = Orders.reader(under(UnknownFields.QUARANTINE, SIGNED_UP_BY_TREE));

        // When
        Reading reading = reader.read(json("{\"at\":\"2026-01-01T00:00Z\"%s}".formatted(more)));

        // Then
        assertThat(reading).isInstanceOf(Reading.Typed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event.a.b + 'x'                   | \"a\":{\"b\":\"\",\"c\":1} | \"c\":1",
                "has(event.a) ? 'yes' : 'no'       | \"a\":{\"c\":1}           | \"b\":1",
                "event['a b']                      | \"a b\":\"x\"             | \"a\":1",
                "string(size(event.a))             | \"a\":[{\"b\":1}]         | \"b\":1",
                "string(size(event.lines))         | \"lines\":[{\"of\":1}]    | \"of\":1",
            })
    void areNotWhatExpressionsLookAt(String expression, String known, String unknown) {
        // Given
        EventReader reader = Orders.reader(under(
                UnknownFields.QUARANTINE,
                Orders.type(
                        "t",
                        new Condition.Always(),
                        "at",
                        required("at", "timestamptz"),
                        lines(),
                        computed("x", "text", expression))));

        // When
        List<Reading> readings = List.of(reader.read(json(payload(known))), reader.read(json(payload(unknown))));

        // Then
        assertThat(readings.getFirst()).isInstanceOf(Reading.Typed.class);
        assertThat(refusal(readings.getLast()).reason()).isEqualTo(Reason.FIELD_UNKNOWN);
    }

    @Test
    void areNotWhatConditionsOfOtherEventsOfTheSourceLookAt() {
        // Given
        EventReader reader = Orders.reader(
                Orders.type("other", new Condition.Cel("event.kind == 'other'"), "at", required("at", "timestamptz")),
                under(UnknownFields.QUARANTINE, SIGNED_UP));

        // When
        Reading reading = reader.read(json(payload("\"kind\":\"sign-up\"")));

        // Then
        assertThat(reading).isInstanceOf(Reading.Typed.class);
    }

    @Test
    void overflowWhereTheContractSaysSo() {
        // Given
        String payload = payload(
                "\"rank\":1.50,\"contact\":{\"email\":\"a\",\"phone\":{\"home\":null}},\"unknown_fields\":[true]");

        // When
        List<Object> kept = List.of(
                value(Orders.reader(under(UnknownFields.OVERFLOW, SIGNED_UP)).read(json(payload)), OVERFLOW),
                value(
                        Orders.reader(under(UnknownFields.OVERFLOW, SIGNED_UP_BY_TREE))
                                .read(json(payload)),
                        OVERFLOW));

        // Then
        String unknown = "{\"rank\":1.50,\"contact\":{\"phone\":{\"home\":null}},\"unknown_fields\":[true]}";
        assertThat(kept).containsExactly(unknown, unknown);
    }

    @Test
    void overflowInTheElementThatHasThem() {
        // Given
        EventReader reader = Orders.reader(under(UnknownFields.OVERFLOW, SIGNED_UP));

        // When
        Reading reading = reader.read(json(payload("\"lines\":[{\"no\":1},{\"no\":2,\"of\":3}]")));

        // Then
        FieldGroup group = typed(reading).fields().group();
        assertThat(typed(reading).fields().elements(group.slotOf(column("lines"))))
                .extracting(line -> line.value(column(OVERFLOW)))
                .containsExactly(Unsaid.UNSAID, "{\"of\":3}");
        assertThat(value(reading, OVERFLOW)).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void areFoundInAvroAsWell() {
        // Given
        EventReader strict = Orders.reader(under(UnknownFields.QUARANTINE, Orders.placed()));
        EventReader lenient = Orders.reader(under(UnknownFields.OVERFLOW, Orders.placed()));
        var order = avro(AvroOrders.order(), AvroOrders.SCHEMA);

        // When
        List<Reading> readings = List.of(strict.read(order), lenient.read(order));

        // Then
        assertThat(refusal(readings.getFirst()).message()).isEqualTo("unknown is no field of the model");
        assertThat((String) value(readings.getLast(), OVERFLOW)).startsWith("{\"unknown\":{");
    }

    @Test
    void areFoundInRowsOfTablesAsWell() {
        // Given
        EventReader reader = Rows.reader(
                under(UnknownFields.QUARANTINE, Rows.type("row_changed", new Condition.Always(), new Time.OfChange())));

        // When
        Reading reading = reader.read(json(Rows.envelope("c", "null", "{\"id\":1,\"city\":\"Graz\"}")));

        // Then
        assertThat(refusal(reading).message()).isEqualTo("city is no field of the model");
    }

    private static EventType signedUp(Condition when) {
        return Orders.type(
                "signed_up",
                when,
                "at",
                required("at", "timestamptz"),
                computed("email", "text", "event.contact.email"),
                lines());
    }

    private static Field lines() {
        return new Field.Nested(column("lines"), new FieldGroup(List.of(optional("no", "int"))));
    }

    private static String payload(String more) {
        return "{\"at\":\"2026-01-01T00:00Z\",%s}".formatted(more);
    }
}
