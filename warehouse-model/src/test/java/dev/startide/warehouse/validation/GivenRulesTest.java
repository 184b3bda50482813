package dev.startide.warehouse.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.expectation.GivenEvent;
import dev.startide.warehouse.expectation.ModelTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenRulesTest {

    @Test
    void writesPayloadsAsTheirFieldsAreDeclared() {
        // When
        GivenEvent event = only("""
                { order_placed: { order_id: 17, customer_id: null, channel: "a \\"b\\"", placed_at: 2026-01-01T00:00:00Z,
                  lines: [ { line_no: 1, quantity: 2, unit_price: 10.25, product_id: 007 } ], type: order_placed } }""");

        // Then
        assertThat(event.payload())
                .isEqualTo("{\"order_id\":\"17\",\"customer_id\":null,\"channel\":\"a \\\"b\\\"\","
                        + "\"placed_at\":\"2026-01-01T00:00:00Z\","
                        + "\"lines\":[{\"line_no\":1,\"quantity\":2,\"unit_price\":10.25,\"product_id\":\"007\"}],"
                        + "\"type\":\"order_placed\"}");
    }

    @Test
    void knowsFieldsThatExpressionsName() {
        // When
        GivenEvent event =
                only("{ customer_changed: { customer_id: c1, email: x@y, updated_at: 2026-01-01T00:00:00Z } }");

        // Then
        assertThat(event).isInstanceOf(GivenEvent.OfType.class);
    }

    @Test
    void sendsTextOfASourceAsItIs() {
        // When
        GivenEvent event = only("{ source: orders, payload: 'no JSON' }");

        // Then
        assertThat(event).isInstanceOf(GivenEvent.OfSource.class);
        assertThat(event.payload()).isEqualTo("no JSON");
    }

    private static GivenEvent only(String given) {
        String yaml = Documents.shop()
                + "\ntests:\n  a test:\n    expect: { order_line: [] }\n    given: [ %s ]\n".formatted(given);
        return switch (Resolutions.of(yaml)) {
            case ModelResolution.Resolved(var _, var tests, var _) -> {
                List<ModelTest> all = tests;
                yield all.getFirst().given().getFirst();
            }
            case ModelResolution.Invalid(var issues) -> throw new AssertionError(issues.toString());
        };
    }
}
