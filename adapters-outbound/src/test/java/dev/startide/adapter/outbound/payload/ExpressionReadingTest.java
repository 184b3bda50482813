package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.computed;
import static dev.startide.adapter.outbound.payload.Orders.json;
import static dev.startide.adapter.outbound.payload.Orders.logged;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.required;
import static dev.startide.adapter.outbound.payload.Orders.typed;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionReadingTest {

    private static final String AT = "\"at\":\"2026-01-01T00:00Z\"";

    private final EventReader byKind = Orders.reader(
            Orders.type("placed", new Condition.Cel("event.kind == 'placed'"), "at", required("at", "timestamptz")),
            Orders.type("shipped", new Condition.Cel("event.kind == 'shipped'"), "at", required("at", "timestamptz")));

    @ParameterizedTest
    @CsvSource({"placed", "shipped"})
    void takesTheFirstKindWhoseConditionHolds(String kind) {
        // When
        Reading reading = byKind.read(json("{\"kind\":\"%s\",%s}".formatted(kind, AT)));

        // Then
        assertThat(typed(reading).type().name().value()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"\"other\"", "null", "5"},
            quoteCharacter = '|')
    void ignoresWhatIsOfNoKind(String kind) {
        // When
        Reading reading = byKind.read(json("{\"kind\":%s,%s}".formatted(kind, AT)));

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Ignored.class,
                        ignored -> assertThat(ignored.rule()).isEqualTo(Reading.Ignored.NO_EVENT_TYPE));
    }

    @Test
    void takesAConditionOnSomethingUnsaidForFalse() {
        // When
        Reading reading = byKind.read(json("{%s}".formatted(AT)));

        // Then
        assertThat(reading).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void computesValuesFromTheEvent() {
        // Given
        EventReader reader = reader(
                computed("email", "text", "event.email.trim().lowerAscii()"),
                computed("city", "text", "event.address.city"),
                computed("gross", "decimal(12,2)", "event.net + event.tax"));

        // When
        Reading reading = reader.read(
                json("{%s,\"email\":\" A@B.at \",\"address\":{\"city\":\"Graz\"},\"net\":10.10,\"tax\":2.02}"
                        .formatted(AT)));

        // Then
        assertThat(value(reading, "email")).isEqualTo("a@b.at");
        assertThat(value(reading, "city")).isEqualTo("Graz");
        assertThat(value(reading, "gross")).isEqualTo(new BigDecimal("12.12"));
    }

    @Test
    void saysNothingOfWhatIsComputedFromTheUnsaid() {
        // Given
        EventReader reader =
                reader(computed("email", "text", "event.email.trim()"), computed("city", "text", "event.address.city"));

        // When
        Reading reading = reader.read(json("{%s}".formatted(AT)));

        // Then
        assertThat(value(reading, "email")).isEqualTo(Unsaid.UNSAID);
        assertThat(value(reading, "city")).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void takesMembersWhoseNamesAreNoIdentifiers() {
        // Given
        EventReader reader = reader(
                computed("city", "text", "event['the address'].city"), computed("zip", "text", "event.it['s zip']"));

        // When
        Reading said =
                reader.read(json("{%s,\"the address\":{\"city\":\"Graz\"},\"it\":{\"s zip\":null}}".formatted(AT)));
        Reading unsaid = reader.read(json("{%s,\"it\":{}}".formatted(AT)));

        // Then
        assertThat(value(said, "city")).isEqualTo("Graz");
        assertThat(value(said, "zip")).isNull();
        assertThat(value(unsaid, "city")).isEqualTo(Unsaid.UNSAID);
        assertThat(value(unsaid, "zip")).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void givesNullForWhatIsComputedFromNull() {
        // Given
        EventReader reader =
                reader(computed("email", "text", "event.email.trim()"), computed("city", "text", "event.address.city"));

        // When
        Reading reading = reader.read(json("{%s,\"email\":null,\"address\":null}".formatted(AT)));

        // Then
        assertThat(value(reading, "email")).isNull();
        assertThat(value(reading, "city")).isNull();
    }

    @Test
    void quarantinesWhatAnExpressionCannotTake() {
        // Given
        EventReader reader = reader(computed("email", "text", "event.email.trim()"));

        // When
        Rejection rejection = refusal(reader.read(json("{%s,\"email\":5}".formatted(AT))));

        // Then
        assertThat(rejection.reason()).isEqualTo(Reason.EXPRESSION_FAILED);
        assertThat(rejection.message()).startsWith("email: the expression failed");
    }

    @Test
    void convertsWhatAnExpressionGives() {
        // Given
        EventReader reader = reader(computed("amount", "decimal(12,2)", "double(event.amount)"));

        // When
        Rejection rejection = refusal(reader.read(json("{%s,\"amount\":1.5}".formatted(AT))));

        // Then
        assertThat(rejection.reason()).isEqualTo(Reason.TYPE_MISMATCH);
    }

    @Test
    void speaksOfTheElementInsideLists() {
        // Given
        EventReader reader = reader(new Field.Nested(
                column("lines"),
                new FieldGroup(List.of(
                        computed("line_no", "int", "element.lineNo"),
                        computed("amount", "decimal(12,2)", "element.price * element.count"),
                        computed("order_no", "text", "event.orderNo")))));

        // When
        Reading reading = reader.read(
                json("{%s,\"orderNo\":\"o\",\"lines\":[{\"lineNo\":1,\"price\":1.25,\"count\":2}]}".formatted(AT)));

        // Then
        FieldValues fields = typed(reading).fields();
        FieldValues line = fields.elements(1).getFirst();
        assertThat(line.value(0)).isEqualTo(1);
        assertThat(line.value(1)).isEqualTo(new BigDecimal("2.50"));
        assertThat(line.value(2)).isEqualTo("o");
    }

    @Test
    void takesOneValueToSeveralFields() {
        // Given
        EventReader reader = reader(
                computed("whole", "json", "event.a"),
                computed("part", "int", "event.a.b"),
                computed("again", "text", "event.a.b"));

        // When
        Reading reading = reader.read(json("{%s,\"a\":{\"b\":5}}".formatted(AT)));

        // Then
        assertThat(value(reading, "whole")).isEqualTo("{\"b\":5}");
        assertThat(value(reading, "part")).isEqualTo(5);
        assertThat(value(reading, "again")).isEqualTo("5");
    }

    @Test
    void ordersEventsThatDifferInTheirAttributesAlone() {
        // Given
        EventReader reader = Orders.reader(Orders.type(
                "placed",
                new Condition.Always(),
                "at",
                required("at", "timestamptz"),
                computed("kind", "text", "ce.type")));
        Payload payload = new Payload.SelfDescribing(
                "application/json", "{%s}".formatted(AT).getBytes(StandardCharsets.UTF_8));

        // When
        List<ChangeOrder> orders = Stream.of("placed", "shipped", "placed")
                .map(type -> typed(reader.read(logged(payload, Map.of("ce-type", type))))
                        .order())
                .toList();

        // Then
        assertThat(orders.get(0)).isEqualTo(orders.get(2)).isNotEqualTo(orders.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"at\":\"2026-01-01T00:00Z\"}",
                "application/cloudevents+json | {\"specversion\":\"1.0\",\"type\":\"shop.placed\",\"data\":{\"at\":\"2026-01-01T00:00Z\"}}",
                "application/cloudevents+json | {\"type\":\"shop.placed\",\"data_base64\":\"eyJhdCI6IjIwMjYtMDEtMDFUMDA6MDBaIn0=\"}",
            })
    void offersTheAttributesOfCloudEvents(String contentType, String content) {
        // Given
        EventReader reader = Orders.reader(Orders.type(
                "placed",
                new Condition.Cel("ce.type == 'shop.placed'"),
                "at",
                required("at", "timestamptz"),
                computed("kind", "text", "ce.type")));
        Payload payload = new Payload.SelfDescribing(contentType, content.getBytes(StandardCharsets.UTF_8));

        // When
        Reading reading = reader.read(logged(payload, Map.of("ce-type", "shop.placed")));

        // Then
        assertThat(value(reading, "kind")).isEqualTo("shop.placed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | TYPE_MISMATCH",
                "{\"data\":[]} | TYPE_MISMATCH",
                "{\"data\":\"text\"} | TYPE_MISMATCH",
                "{} | FIELD_MISSING",
                "{\"data\":null} | FIELD_MISSING",
                "{\"data_base64\":\"?\"} | PAYLOAD_UNREADABLE",
                "{\"data_base64\":\"e30=\",\"datacontenttype\":\"text/xml\"} | PAYLOAD_UNREADABLE",
                "{\"data_base64\":\"e30\"} | FIELD_MISSING",
            })
    void refusesCloudEventsWithoutUsableData(String content, Reason reason) {
        // Given
        EventReader reader = reader();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);

        // When
        Rejection rejection =
                refusal(reader.read(logged(new Payload.SelfDescribing("application/cloudevents+json", bytes))));

        // Then
        assertThat(rejection.reason()).isEqualTo(reason);
    }

    private static EventReader reader(Field... fields) {
        Field[] all = new Field[fields.length + 1];
        all[0] = required("at", "timestamptz");
        System.arraycopy(fields, 0, all, 1, fields.length);
        return Orders.reader(Orders.type("computed", new Condition.Always(), "at", all));
    }
}
