package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.json;
import static dev.startide.adapter.outbound.payload.Orders.placed;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.domain.quality.Rejection.Reason.FIELD_MISSING;
import static dev.startide.domain.quality.Rejection.Reason.LIMIT_EXCEEDED;
import static dev.startide.domain.quality.Rejection.Reason.PAYLOAD_UNREADABLE;
import static dev.startide.domain.quality.Rejection.Reason.VALUE_OUT_OF_RANGE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.EventType.Condition;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePayloadTest {

    private final EventReader direct = Orders.reader(placed());
    private final EventReader byTree = Orders.reader(Orders.type(
            "order_placed",
            new Condition.Cel("true"),
            "placed_at",
            placed().fields().fields().toArray(dev.startide.warehouse.mapping.Field[]::new)));

    static Stream<Arguments> hostilePayloads() {
        return Stream.of(
                hostile("nothing", "", PAYLOAD_UNREADABLE),
                hostile("blanks", "  \n", PAYLOAD_UNREADABLE),
                hostile("an enormous exponent", "{\"total\":1e999999999}", LIMIT_EXCEEDED),
                hostile("an exponent beyond int", "{\"total\":1e99999999999999999999}", LIMIT_EXCEEDED),
                hostile("a tiny exponent", "{\"total\":1e-999999999}", LIMIT_EXCEEDED),
                hostile("an enormous exponent in text", "{\"total\":\"1e999999999\"}", LIMIT_EXCEEDED),
                hostile("an enormous exponent in an unknown field", "{\"x\":[{\"y\":1e999999999}]}", LIMIT_EXCEEDED),
                hostile("a long text in an unknown field", "{\"x\":\"" + "x".repeat(1_100_000) + "\"}", LIMIT_EXCEEDED),
                hostile("too many unknown elements", "{\"x\":[" + "1,".repeat(10_000) + "1]}", LIMIT_EXCEEDED),
                hostile("a million digits", "{\"total\":" + "9".repeat(1_000_000) + "}", LIMIT_EXCEEDED),
                hostile("deep lists", "{\"extra\":" + "[".repeat(100_000), LIMIT_EXCEEDED),
                hostile("deep lists in an unknown field", "{\"x\":" + "[".repeat(100_000), LIMIT_EXCEEDED),
                hostile("deep objects", "{\"extra\":".repeat(100_000), LIMIT_EXCEEDED),
                hostile("a long text", "{\"order_id\":\"" + "x".repeat(1_100_000) + "\"}", LIMIT_EXCEEDED),
                hostile("a long name", "{\"" + "x".repeat(70_000) + "\":1}", LIMIT_EXCEEDED),
                hostile("ten megabytes", "{\"x\":\"" + "x".repeat(10_000_000) + "\"}", LIMIT_EXCEEDED),
                hostile("too many elements", "{\"lines\":[" + "{},".repeat(10_000) + "{}]}", LIMIT_EXCEEDED),
                hostile("a NUL", "{\"order_id\":\"a\\u0000b\"}", VALUE_OUT_OF_RANGE),
                hostile("a NUL in a document", "{\"extra\":{\"a\":\"\\u0000\"}}", VALUE_OUT_OF_RANGE),
                hostile("a NUL in a document's name", "{\"extra\":{\"\\u0000\":1}}", VALUE_OUT_OF_RANGE),
                hostile("half a surrogate pair", "{\"order_id\":\"\\ud800\"}", VALUE_OUT_OF_RANGE),
                hostile("a raw control character", "{\"order_id\":\"a\u0001b\"}", PAYLOAD_UNREADABLE),
                hostile("a doubled name", "{\"order_id\":\"a\",\"order_id\":\"b\"}", PAYLOAD_UNREADABLE),
                hostile("a doubled unknown name", "{\"x\":{\"y\":1,\"y\":2}}", PAYLOAD_UNREADABLE),
                hostile("a truncated object", "{\"order_id\":\"a\",", PAYLOAD_UNREADABLE),
                hostile("a truncated text", "{\"order_id\":\"a", PAYLOAD_UNREADABLE),
                hostile("a truncated number", "{\"total\":1.", PAYLOAD_UNREADABLE),
                hostile("more after the document", "{} {}", PAYLOAD_UNREADABLE),
                hostile("rubbish after the document", "{}x", PAYLOAD_UNREADABLE),
                hostile("not a number", "{\"total\":NaN}", PAYLOAD_UNREADABLE),
                hostile("single quotes", "{'order_id':'a'}", PAYLOAD_UNREADABLE),
                hostile("a comment", "{/**/}", PAYLOAD_UNREADABLE),
                hostile("a secret in a broken place", "{\"order_id\": secret}", PAYLOAD_UNREADABLE),
                hostile("an empty object", "{}", FIELD_MISSING),
                Arguments.of("Latin-1", "{\"x\":\"\u00e9\"}".getBytes(ISO_8859_1), PAYLOAD_UNREADABLE),
                Arguments.of("UTF-16", "{\"order_id\":\"a\"}".getBytes(UTF_16), PAYLOAD_UNREADABLE),
                Arguments.of("an overlong slash", bytes(0x22, 0xC0, 0xAF, 0x22), PAYLOAD_UNREADABLE),
                Arguments.of("an encoded surrogate", bytes(0x22, 0xED, 0xA0, 0x80, 0x22), PAYLOAD_UNREADABLE),
                Arguments.of("beyond Unicode", bytes(0x22, 0xF4, 0x90, 0x80, 0x80, 0x22), PAYLOAD_UNREADABLE),
                Arguments.of("half a character", bytes(0x22, 0xE2, 0x82), PAYLOAD_UNREADABLE),
                Arguments.of("zeros", new byte[1000], PAYLOAD_UNREADABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostilePayloads")
    void refusesWithAReasonAndWithoutTheValue(String what, byte[] content, Reason reason) {
        // When
        Rejection rejection = refusal(direct.read(json(content)));

        // Then
        assertThat(rejection.reason()).as(rejection.message()).isEqualTo(reason);
        assertThat(rejection.message()).isNotBlank().hasSizeLessThan(300).doesNotContain("secret");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostilePayloads")
    void refusesTheSameWhereExpressionsNeedTheWholeEvent(String what, byte[] content, Reason reason) {
        // When
        Rejection rejection = refusal(byTree.read(json(content)));

        // Then
        assertThat(rejection.reason()).as(rejection.message()).isEqualTo(reason);
    }

    private static Arguments hostile(String what, String content, Reason reason) {
        return Arguments.of(what, content.getBytes(UTF_8), reason);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }
}
