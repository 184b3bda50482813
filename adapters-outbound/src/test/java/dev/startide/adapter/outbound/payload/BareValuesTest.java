package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.computed;
import static dev.startide.adapter.outbound.payload.Orders.logged;
import static dev.startide.adapter.outbound.payload.Orders.optional;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.EventType.Condition;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareValuesTest {

    private static final Map<String, String> HEADERS = Map.of("pulsar-publish-time", "2026-03-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "int8, bigint, ff, -1",
        "int16, bigint, 0102, 258",
        "int32, bigint, fffffffe, -2",
        "int64, bigint, 0000000100000000, 4294967296",
        "boolean, boolean, 01, true",
        "double, double, 3ff8000000000000, 1.5",
        "timestamp, timestamptz, 0000000000000000, 1970-01-01T00:00:00Z",
        "instant, timestamptz, 000000000000000100000000, 1970-01-01T00:00:01Z",
        "local_date, date, 0000000000000001, 1970-01-02",
        "local_time, time, 000000003b9aca00, 00:00:01",
    })
    void readsASingleValueAsTheFieldValue(String type, String fieldType, String hex, String expected) {
        // When
        Reading reading = reader(fieldType).read(message(type, hex));

        // Then
        assertThat(value(reading, "value")).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "int64, 01, no value of the type int64",
        "int8, 0102, no value of the type int8",
        "local_time, ffffffffffffffff, no value of the type local_time",
        "protobuf, 00, Protobuf is not read",
        "protobuf_native, 00, Protobuf is not read",
        "encrypted, 00, startide.pulsar.decryption-keys",
        "time, 0000000000000000, are not read",
    })
    void saysWhatItCannotRead(String type, String hex, String message) {
        // When
        Reading reading = reader("bigint").read(message(type, hex));

        // Then
        assertThat(refusal(reading).reason()).isEqualTo(Reason.PAYLOAD_UNREADABLE);
        assertThat(refusal(reading).message()).contains(message);
    }

    private static EventReader reader(String fieldType) {
        return Orders.reader(Orders.type(
                "measured",
                new Condition.Always(),
                "at",
                optional("value", fieldType),
                computed("at", "timestamptz", "headers['pulsar-publish-time']")));
    }

    private static LoggedEvent message(String type, String hex) {
        return logged(
                new Payload.SelfDescribing(
                        "application/vnd.apache.pulsar." + type, HexFormat.of().parseHex(hex)),
                HEADERS);
    }
}
