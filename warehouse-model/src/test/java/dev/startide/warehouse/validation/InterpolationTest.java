package dev.startide.warehouse.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

    @ParameterizedTest
    @CsvSource({
        "${ENVIRONMENT}-orders,            secret-staging-orders",
        "${MISSING:-local}-orders,         local-orders",
        "${NOTHING:-local},                local",
        "${ENVIRONMENT:-local},            secret-staging",
        "${ENVIRONMENT}${MISSING:-},       secret-staging",
        "$${ENVIRONMENT}/${ENVIRONMENT},   ${ENVIRONMENT}/secret-staging",
        "costs-$5,                         costs-$5"
    })
    void putsVariablesIntoOptionsOfSources(String written, String meant) {
        // Given
        var yaml = Documents.shopWith("topic: persistent://shop/cdc/crm.customer", "topic: \"%s\"".formatted(written));

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.sources().get(1).options()).isEqualTo(Map.of("topic", meant));
    }

    @Test
    void takesAnEscapeForTextWhereNoVariableCanBe() {
        // Given
        var yaml = Documents.shopWith("name: webshop\n", "name: webshop\ndescription: costs $${PRICE}\n");

        // When
        var model = Resolutions.valid(yaml);

        // Then
        assertThat(model.description()).isEqualTo("costs ${PRICE}");
    }

    @Test
    void leavesTestsAsTheyAre() {
        // Given
        var yaml = Documents.shop() + """
                tests:
                  a text that looks like a variable:
                    given: [ { order_placed: { order_id: "${ENVIRONMENT}", placed_at: 2026-01-01T00:00:00Z } } ]
                    expect: { order: [ { order_id: "${ENVIRONMENT}" } ] }
                """;

        // When
        var resolution = Resolutions.of(yaml);

        // Then
        assertThat(resolution.issues()).isEmpty();
        assertThat(resolution.toString()).contains("${ENVIRONMENT}").doesNotContain("secret-staging");
    }
}
