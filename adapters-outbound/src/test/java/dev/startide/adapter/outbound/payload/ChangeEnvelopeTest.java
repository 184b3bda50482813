package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.computed;
import static dev.startide.adapter.outbound.payload.Orders.json;
import static dev.startide.adapter.outbound.payload.Orders.logged;
import static dev.startide.adapter.outbound.payload.Orders.optional;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.required;
import static dev.startide.adapter.outbound.payload.Orders.typed;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static dev.startide.adapter.outbound.payload.Rows.envelope;
import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.EventType.Time;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What change envelopes say: of which row, that it is there or gone, and when.
class ChangeEnvelopeTest {

    private final EventReader reader = Rows.reader(optional("city", "text"), required("segment", "text"));
    private final EventReader byField = Rows.reader(Rows.type(
            "row_changed",
            new Condition.Always(),
            new Time.ByField(column("updated_at")),
            required("updated_at", "timestamptz")));

    @ParameterizedTest
    @ValueSource(strings = {"c", "u", "r"})
    void saysHowARowIsNow(String operation) {
        // When
        Reading reading = reader.read(json(envelope(
                operation, "{\"id\":1,\"city\":\"Linz\"}", "{\"id\":1,\"city\":\"Graz\",\"segment\":\"new\"}")));

        // Then
        assertThat(typed(reading).kind()).isEqualTo(ChangeKind.STATED);
        assertThat(value(reading, "city")).isEqualTo("Graz");
        assertThat(typed(reading).order().at()).isEqualTo(Instant.parse("2026-03-15T12:00:00.25Z"));
        assertThat(typed(reading).order().sequence()).isEqualTo(4711);
    }

    @Test
    void readsTheSameWithAndWithoutItsSchemaPart() {
        // Given
        String plain = envelope("c", "null", "{\"id\":1,\"city\":\"Graz\",\"segment\":\"new\"}");

        // When
        Reading reading = reader.read(json("{\"schema\":null,\"payload\":%s}".formatted(plain)));

        // Then
        assertThat(value(reading, "city")).isEqualTo("Graz");
    }

    @Test
    void believesOfARowThatIsGoneNothingButItsKey() {
        // When
        Reading reading = reader.read(json(envelope("d", "{\"id\":1,\"city\":\"\",\"segment\":null}", "null")));

        // Then
        assertThat(typed(reading).kind()).isEqualTo(ChangeKind.GONE);
        assertThat(value(reading, "id")).isEqualTo(1);
        assertThat(value(reading, "city")).isEqualTo(Unsaid.UNSAID);
        assertThat(value(reading, "segment")).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void aRowIsGoneWhenTheDatabaseSaysSo() {
        // When
        Reading reading =
                byField.read(json(envelope("d", "{\"id\":1,\"updated_at\":\"2026-01-01T00:00:00Z\"}", "null")));

        // Then
        assertThat(typed(reading).order().at()).isEqualTo(Instant.parse("2026-03-15T12:00:00.25Z"));
    }

    @Test
    void aRowIsNeverGoneBeforeWhatItWasLikeThen() {
        // Given
        String bySecond = "\"ts_ms\":%s000,\"file\":\"mysql-bin.000002\",\"pos\":5".formatted(Rows.AT_NOON);

        // When
        Reading reading = byField.read(
                json(envelope("d", "{\"id\":1,\"updated_at\":\"2026-03-15T12:00:00.9Z\"}", "null", bySecond)));

        // Then
        assertThat(typed(reading).order().at()).isEqualTo(Instant.parse("2026-03-15T12:00:00.9Z"));
        assertThat(typed(reading).order().sequence()).isEqualTo((2L << 41) + 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "\"\"", "\"9999-12-31T00:00:00Z\""})
    void aTimeThatWasNotLoggedDoesNotCount(String placeholder) {
        // When
        Reading reading =
                byField.read(json(envelope("d", "{\"id\":1,\"updated_at\":%s}".formatted(placeholder), "null")));

        // Then
        assertThat(typed(reading).order().at()).isEqualTo(Instant.parse("2026-03-15T12:00:00.25Z"));
    }

    @Test
    void takesTheTimeOfARowThatIsThereFromItsField() {
        // When
        Reading reading =
                byField.read(json(envelope("u", "null", "{\"id\":1,\"updated_at\":\"2026-03-15T11:59:59Z\"}")));

        // Then
        assertThat(typed(reading).order().at()).isEqualTo(Instant.parse("2026-03-15T11:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ts_ms\":5,\"lsn\":7 | 7",
                "\"ts_ms\":5,\"lsn\":null | 0",
                "\"ts_ms\":5,\"file\":\"binlog.000001\",\"pos\":3 | 2199023255555",
                "\"ts_ms\":5,\"file\":\"binlog.index\",\"pos\":3 | 0",
                "\"ts_ms\":5,\"file\":\"binlog.000001\",\"pos\":-3 | 0",
                "\"ts_ms\":5,\"change_lsn\":\"00000001:00000002:0003\" | 549755944963",
                "\"ts_ms\":5,\"change_lsn\":\"NULL\" | 0",
                "\"ts_ms\":5,\"scn\":\"2122185\" | 2122185",
                "\"ts_ms\":5,\"ord\":3 | 3"
            })
    void ordersChangesOfOneInstantByTheirPlaceInTheLog(String source, long sequence) {
        // When
        Reading reading = reader.read(json(envelope("c", "null", "{\"id\":1,\"segment\":\"new\"}", source)));

        // Then
        assertThat(typed(reading).order().sequence()).isEqualTo(sequence);
        assertThat(typed(reading).order().at()).isEqualTo(Instant.ofEpochMilli(5));
    }

    @Test
    void saysNothingOfALongValueThatWasNotLoggedAgain() {
        // When
        Reading reading = reader.read(json(
                envelope("u", "null", "{\"id\":1,\"segment\":\"new\",\"city\":\"__debezium_unavailable_value\"}")));

        // Then
        assertThat(value(reading, "city")).isEqualTo(Unsaid.UNSAID);
    }

    @Test
    void letsExpressionsSeeTheEnvelope() {
        // Given
        EventReader people = Rows.reader(
                Rows.type("place_changed", new Condition.Cel("change.source.table == 'place'"), new Time.OfChange()),
                Rows.type(
                        "person_changed",
                        new Condition.Cel("change.source.table == 'person'"),
                        new Time.OfChange(),
                        computed("lived_in", "text", "change.before.city"),
                        computed("city", "text", "event.city.trim()")));

        // When
        TypedEvent event = typed(
                people.read(json(envelope("u", "{\"id\":1,\"city\":\"Linz\"}", "{\"id\":1,\"city\":\" Graz \"}"))));

        // Then
        assertThat(event.type().name().value()).isEqualTo("person_changed");
        assertThat(event.fields().value(column("lived_in"))).isEqualTo("Linz");
        assertThat(event.fields().value(column("city"))).isEqualTo("Graz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "null | change data: a tombstone",
                "{\"schema\":{},\"payload\":null} | change data: a tombstone",
                "{\"ts_ms\":5} | change data: a heartbeat",
                "{\"status\":\"BEGIN\",\"id\":\"5\",\"event_count\":null,\"data_collections\":null} | change data: a boundary of a transaction",
                "{\"source\":{},\"databaseName\":\"crm\",\"ddl\":\"create table x\",\"tableChanges\":[]} | change data: a change of a schema",
                "{\"op\":\"t\",\"before\":null,\"after\":null,\"source\":{}} | change data: a truncate is not followed",
                "{\"op\":\"m\",\"message\":{},\"source\":{}} | change data: a message in the log"
            })
    void ignoresByItsRuleWhatSaysNothingOfARow(String payload, String rule) {
        // When
        Reading reading = reader.read(json(payload));

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Ignored.class,
                        ignored -> assertThat(ignored.rule()).isEqualTo(rule));
    }

    @Test
    void ignoresAMessageWithoutAValue() {
        // When
        Reading reading = reader.read(logged(new Payload.SelfDescribing("application/json", new byte[0])));

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Ignored.class,
                        ignored -> assertThat(ignored.rule()).isEqualTo(Reading.Ignored.TOMBSTONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "{\"id\":1,\"city\":\"Graz\"} | PAYLOAD_UNREADABLE",
                "{\"op\":\"x\",\"after\":{\"id\":1}} | VALUE_NOT_ALLOWED",
                "{\"op\":\"c\",\"after\":null,\"source\":{\"ts_ms\":5}} | FIELD_MISSING",
                "{\"op\":\"c\",\"after\":{\"id\":1,\"segment\":\"new\"},\"source\":{}} | FIELD_MISSING",
                "{\"op\":\"c\",\"after\":{\"id\":1},\"source\":{\"ts_ms\":5}} | FIELD_MISSING",
                "{\"op\":\"d\",\"before\":null,\"source\":{\"ts_ms\":5}} | FIELD_MISSING",
                "{\"op\":\"d\",\"before\":{\"city\":\"Graz\"},\"source\":{\"ts_ms\":5}} | FIELD_MISSING",
                "{\"op\":\"d\",\"before\":{\"id\":1},\"source\":{\"ts_ms\":-9999999999999}} | VALUE_OUT_OF_RANGE",
                "{\"payload\":5} | TYPE_MISMATCH",
                "[] | TYPE_MISMATCH"
            })
    void refusesWhatCannotBeToldWithAReason(String payload, Reason reason) {
        // When
        Rejection refused = refusal(reader.read(json(payload)));

        // Then
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.message()).doesNotContain("Graz");
    }
}
