package dev.startide.warehouse.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.validation.Documents;
import dev.startide.warehouse.validation.Resolutions;
import org.junit.jupiter.api.Test;

class CombinedMartTest {

    @Test
    void showsTheFactsUnderTheNamesThatTheyShare() {
        // When
        View view = sideBySide("as_was");

        // Then
        assertThat(view.outputs())
                .extracting(output -> output.name().value())
                .containsExactly("ordered_month", "customer_segment", "revenue", "orders", "pieces");
        assertThat(view.outputs().getLast().comment()).isEqualTo("Pieces");
    }

    @Test
    void groupsEachFactByWhatItCallsIt() {
        // When
        View.Combined combined = (View.Combined) sideBySide("as_was").content();

        // Then
        assertThat(combined.sides()).extracting(side -> side.from().name()).containsExactly("order_line", "placed");
        assertThat(combined.sides().getLast().keys())
                .extracting(View.Output::expression)
                .map(Object::toString)
                .satisfiesExactly(
                        month -> assertThat(month).contains("ordered"),
                        segment -> assertThat(segment).contains("buyer", "segment"));
        assertThat(combined.sides())
                .allSatisfy(side -> assertThat(side.keys())
                        .extracting(output -> output.name().value())
                        .containsExactly("ordered_month", "customer_segment"));
    }

    @Test
    void showsMembersOfAllFactsAsTheyAre() {
        // When
        View view = sideBySide("as_is");

        // Then
        assertThat(view.joins())
                .filteredOn(
                        join -> join.alias().equals("customer") || join.alias().equals("buyer"))
                .hasSize(2)
                .allSatisfy(join -> assertThat(join.only()).contains(MemberLayout.IS_LATEST));
    }

    private static View sideBySide(String history) {
        String yaml = Documents.shopWith("\nmarts:\n", "\n" + factsAndMarts(history));
        return WarehouseLayout.of(Resolutions.valid(yaml)).marts().stream()
                .filter(view -> view.name().name().equals("side_by_side"))
                .findFirst()
                .orElseThrow();
    }

    private static String factsAndMarts(String history) {
        return """
              placed:
                of: order
                from: order_placed
                grain: order_id
                time: placed_at
                dimensions:
                  buyer: { dimension: customer, key: customer_id }
                  ordered: { dimension: date, key: placed_at }

            marts:
              side_by_side:
                combine: { order_line: , placed: { customer: buyer } }
                by: [ordered.month, customer.segment]
                measures:
                  revenue: order_line.sum(amount)
                  orders: placed.count(*)
                  pieces: { sql: order_line.sum(quantity), description: Pieces }
                history: %s
            """.formatted(history);
    }
}
