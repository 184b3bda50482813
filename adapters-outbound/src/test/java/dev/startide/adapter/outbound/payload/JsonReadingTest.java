package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.json;
import static dev.startide.adapter.outbound.payload.Orders.logged;
import static dev.startide.adapter.outbound.payload.Orders.optional;
import static dev.startide.adapter.outbound.payload.Orders.placed;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.required;
import static dev.startide.adapter.outbound.payload.Orders.typed;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.LoggedEvent.Admission;
import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quality.Rejection.Stage;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.EventType.Sequence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadingTest {

    private final EventReader reader = Orders.reader(placed());

    @Test
    void readsEveryDeclaredFieldAndPassesOverOthers() {
        // When
        TypedEvent event = typed(reader.read(json(Orders.JSON)));

        // Then
        assertThat(event.type()).isEqualTo(placed());
        assertThat(event.fields().value(column("order_id"))).isEqualTo("o-1");
        assertThat(event.fields().value(column("version"))).isEqualTo(3L);
        assertThat(event.fields().value(column("total"))).isEqualTo(new BigDecimal("31.50"));
        assertThat(event.fields().value(column("paid"))).isEqualTo(true);
        assertThat(event.fields().value(column("due_on"))).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(event.fields().value(column("extra"))).isEqualTo("{\"a\":[1,2.50]}");
        assertThat(event.order().at()).isEqualTo(Instant.parse("2026-03-15T12:00:00.25Z"));
    }

    @Test
    void readsTheElementsOfLists() {
        // When
        FieldValues fields = typed(reader.read(json(Orders.JSON))).fields();

        // Then
        assertThat(fields.elements(fields.group().slotOf(column("lines"))))
                .extracting(line -> line.value(column("line_no")), line -> line.value(column("unit_price")))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, new BigDecimal("10.00")),
                        org.assertj.core.groups.Tuple.tuple(2, new BigDecimal("11.50")));
    }

    @Test
    void tellsNullFromUnsaid() {
        // When
        Reading reading = reader.read(json("{\"order_id\":\"o\",\"placed_at\":\"2026-01-01T00:00Z\",\"note\":null}"));

        // Then
        assertThat(value(reading, "note")).isNull();
        assertThat(value(reading, "total")).isEqualTo(Unsaid.UNSAID);
        assertThat(value(reading, "lines")).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void readsDocumentsThatStartWithAByteOrderMark() {
        // When
        Reading reading = reader.read(json("\ufeff" + Orders.JSON));

        // Then
        assertThat(reading).isInstanceOf(Reading.Typed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"placed_at\":\"2026-01-01T00:00Z\"} | FIELD_MISSING | order_id is required, and is absent",
                "{\"order_id\":null,\"placed_at\":\"2026-01-01T00:00Z\"} | FIELD_MISSING | order_id is required, and is null",
                "{\"lines\":[{\"quantity\":true}]} | TYPE_MISMATCH | lines[0].quantity: expected int, found a boolean",
                "{\"lines\":[{\"quantity\":[]}]} | TYPE_MISMATCH | lines[0].quantity: expected int, found a list",
                "{\"lines\":[{\"quantity\":3000000000}]} | VALUE_OUT_OF_RANGE | lines[0].quantity: expected int, found a number beyond 32 bits",
                "{\"lines\":[{},5]} | TYPE_MISMATCH | lines[1]: expected an object, found a whole number",
                "{\"lines\":[null]} | TYPE_MISMATCH | lines[0]: expected an object, found null",
                "{\"lines\":{}} | TYPE_MISMATCH | lines: expected a list, found an object",
                "{\"lines\":1} | TYPE_MISMATCH | lines: expected a list, found a whole number",
                "{\"total\":\"secret\"} | TYPE_MISMATCH | total: expected decimal(12,2), found text that is not a number",
                "[] | TYPE_MISMATCH | the payload: expected an object, found a list",
                "null | TYPE_MISMATCH | the payload: expected an object, found null",
            })
    void namesTheFieldThatCannotBeUsed(String content, Reason reason, String message) {
        // When
        Rejection rejection = refusal(reader.read(json(content)));

        // Then
        assertThat(rejection).isEqualTo(new Rejection(Stage.PARSE, reason, message));
    }

    @Test
    void namesWhatIsMissingInAnElement() {
        // Given
        String content = "{\"order_id\":\"o\",\"placed_at\":\"2026-01-01T00:00Z\","
                + "\"lines\":[{\"line_no\":1,\"quantity\":1,\"unit_price\":1},{\"line_no\":2,\"unit_price\":1}]}";

        // When
        Rejection rejection = refusal(reader.read(json(content)));

        // Then
        assertThat(rejection.message()).isEqualTo("lines[1].quantity is required, and is absent");
    }

    @ParameterizedTest
    @CsvSource({"1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "0044-03-15T12:00:00Z"})
    void refusesEventTimesOutOfBounds(String time) {
        // When
        Rejection rejection = refusal(reader.read(json("{\"order_id\":\"o\",\"placed_at\":\"%s\"}".formatted(time))));

        // Then
        assertThat(rejection.reason()).isEqualTo(Reason.VALUE_OUT_OF_RANGE);
    }

    @Test
    void startsADayInTheTimeZoneOfTheModel() {
        // Given
        EventReader daily = Orders.reader(Orders.type("daily", new Condition.Always(), "day", required("day", "date")));

        // When
        TypedEvent event = typed(daily.read(json("{\"day\":\"2026-07-01\"}")));

        // Then
        assertThat(event.order().at()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
    }

    @Test
    void ordersEventsOfOneInstantBySequence() {
        // Given
        EventReader sequenced =
                Orders.reader(Orders.identifiedBy(placed(), new Sequence.ByField(column("version")), "order_id"));

        // When
        TypedEvent event = typed(sequenced.read(json(Orders.JSON)));

        // Then
        assertThat(event.order().sequence()).isEqualTo(3);
    }

    @Test
    void knowsAnEventByItsDeclaredIdentity() {
        // Given
        EventReader byId = Orders.reader(Orders.identifiedBy(placed(), new Sequence.None(), "order_id", "version"));

        // When
        TypedEvent event = typed(byId.read(json(Orders.JSON)));

        // Then
        assertThat(event.order().event())
                .isEqualTo(typed(byId.read(json(Orders.JSON))).order().event())
                .isNotEqualTo(typed(reader.read(json(Orders.JSON))).order().event());
    }

    @Test
    void doesNotLoadWhatConflictsWithAnEarlierEvent() {
        // Given
        LoggedEvent event = json(Orders.JSON);
        LoggedEvent conflicting = new LoggedEvent(event.at(), event.source(), Admission.ID_CONFLICT, event.event());

        // When
        Rejection rejection = refusal(reader.read(conflicting));

        // Then
        assertThat(rejection.stage()).isEqualTo(Stage.INGEST);
        assertThat(rejection.reason()).isEqualTo(Reason.ID_CONFLICT);
    }

    @Test
    void ignoresEventsOfSourcesWithoutKinds() {
        // When
        Reading reading = Orders.reader().read(json(Orders.JSON));

        // Then
        assertThat(reading).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, true",
        "APPLICATION/JSON; charset=\"UTF-8\", true",
        "application/vnd.shop.order+json, true",
        "application/octet-stream, true",
        "'', true",
        "application/json; charset=iso-8859-1, false",
        "text/plain, false",
        "application/xml, false",
        "avro/binary, false",
    })
    void goesByTheContentType(String contentType, boolean isRead) {
        // Given
        byte[] bytes = Orders.JSON.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        // When
        Reading reading = reader.read(logged(new Payload.SelfDescribing(contentType, bytes)));

        // Then
        assertThat(reading instanceof Reading.Typed).isEqualTo(isRead);
    }

    @Test
    void keepsWholeNumbersInTextDigitByDigit() {
        // Given
        EventReader coded = Orders.reader(Orders.type(
                "coded", new Condition.Always(), "at", required("at", "timestamptz"), optional("code", "text")));

        // When
        Reading reading = coded.read(json("{\"at\":\"2026-01-01T00:00Z\",\"code\":123456789012345678901234567890}"));

        // Then
        assertThat(value(reading, "code")).isEqualTo("123456789012345678901234567890");
    }
}
