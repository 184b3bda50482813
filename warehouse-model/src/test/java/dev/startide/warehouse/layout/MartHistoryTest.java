package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.validation.Documents;
import dev.startide.warehouse.validation.Resolutions;
import org.junit.jupiter.api.Test;

class MartHistoryTest {

    @Test
    void showsMembersAsTheyWereUnlessTheModelSaysOtherwise() {
        // When
        View view = lines("");

        // Then
        assertThat(joinOf(view, "customer").fromColumn()).isEqualTo(column("customer_key"));
        assertThat(joinOf(view, "customer").only()).isEmpty();
    }

    @Test
    void showsMembersAsTheyAre() {
        // When
        View view = lines(", history: as_is");

        // Then
        assertThat(joinOf(view, "customer").fromColumn()).isEqualTo(column("customer_durable_key"));
        assertThat(joinOf(view, "customer").only()).contains(MemberLayout.IS_LATEST);
        assertThat(joinOf(view, "ordered").fromColumn()).isEqualTo(column("ordered_key"));
    }

    @Test
    void showsMembersAsTheyWereAndAreSideBySide() {
        // When
        View view = lines(", history: both");

        // Then
        assertThat(view.outputs())
                .extracting(output -> output.name().value())
                .contains("customer_city", "customer_current_city")
                .doesNotContain("ordered_current_month");
        assertThat(joinOf(view, "customer").only()).isEmpty();
        assertThat(joinOf(view, "customer__current").only()).contains(MemberLayout.IS_LATEST);
    }

    private static View lines(String history) {
        String yaml =
                Documents.shopWith("\nmarts:\n", "\nmarts:\n  lines: { fact: order_line%s }\n".formatted(history));
        return WarehouseLayout.of(Resolutions.valid(yaml)).marts().stream()
                .filter(view -> view.name().name().equals("lines"))
                .findFirst()
                .orElseThrow();
    }

    private static View.Join joinOf(View view, String alias) {
        return view.joins().stream()
                .filter(join -> join.alias().equals(alias))
                .findFirst()
                .orElseThrow();
    }
}
