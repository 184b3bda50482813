package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.schema.MovingWindow;
import dev.startide.warehouse.schema.MovingWindow.Function;
import dev.startide.warehouse.schema.MovingWindow.Span;
import dev.startide.warehouse.schema.MovingWindow.Unit;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.validation.Documents;
import dev.startide.warehouse.validation.Resolutions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovingWindowTest {

    @Test
    void looksBackOverTheRowsOfOneMember() {
        // When
        View.Output most = lastOf("{ max: amount, over: 52 weeks, per: [product, channel, ordered] }");

        // Then
        assertThat(most.name()).isEqualTo(column("most"));
        assertThat(most.expression())
                .isEqualTo(new View.Expression.Window(
                        new MovingWindow(Function.MAX, column("amount"), new Span(52, Unit.WEEK), "Europe/Vienna"),
                        List.of(column("product_durable_key"), column("channel"), column("ordered_key")),
                        column("event_time")));
    }

    @Test
    void refusesToSumWhatIsNotAdditive() {
        // Given
        String yaml = withWindow("{ sum: quantity, over: 1 week }")
                .replace("      quantity: sum", "      quantity: { agg: sum, additive: %s }");

        // When
        List<String> never = Resolutions.issues(yaml.formatted("false"));
        List<String> overProducts = Resolutions.issues(yaml.formatted("{ not_over: [product] }"));
        List<String> perProduct = Resolutions.issues(
                yaml.formatted("{ not_over: [product] }").replace("over: 1 week", "over: 1 week, per: product"));

        // Then
        assertThat(never).singleElement().asString().contains("'quantity' is not additive");
        assertThat(overProducts).singleElement().asString().contains("must not be summed over role product");
        assertThat(perProduct).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1 hour, 1, HOUR", "52 weeks, 52, WEEK", "1 weeks, 1, WEEK", "7 day, 7, DAY", "10000 years, 10000, YEAR"
    })
    void readsSpans(String text, int count, Unit unit) {
        // When
        Optional<Span> span = Span.of(text);

        // Then
        assertThat(span).contains(new Span(count, unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "52", "weeks", "52  weeks", "0 days", "10001 days", "99999999999 days", "-1 day", "1 d"})
    void refusesWhatIsNoSpan(String text) {
        // When
        Optional<Span> span = Span.of(text);

        // Then
        assertThat(span).isEmpty();
    }

    private static View.Output lastOf(String window) {
        return WarehouseLayout.of(Resolutions.valid(withWindow(window))).marts().stream()
                .filter(view -> view.name().name().equals("lines"))
                .findFirst()
                .orElseThrow()
                .outputs()
                .getLast();
    }

    private static String withWindow(String window) {
        return Documents.shopWith("name: webshop", "name: webshop\ntime_zone: Europe/Vienna")
                .replace(
                        "\nmarts:\n",
                        "\nmarts:\n  lines: { fact: order_line, measures: { most: %s } }\n".formatted(window))
                .replace("units: sum(quantity), ", "");
    }
}
