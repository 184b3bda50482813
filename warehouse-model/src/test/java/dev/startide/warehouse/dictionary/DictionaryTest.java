package dev.startide.warehouse.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.validation.Documents;
import dev.startide.warehouse.validation.Resolutions;
import dev.startide.warehouse.validation.Shops;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    private final WarehouseLayout layout = WarehouseLayout.of(Resolutions.valid(Documents.shop()));

    @Test
    void leadsFromAColumnOfAMartBackToEvents() {
        // When
        List<String> revenue = origins("mart.sales_by_month", "revenue");
        List<String> segment = origins("mart.sales_by_month", "customer_segment");

        // Then
        assertThat(revenue)
                .containsExactlyInAnyOrder(
                        "orders ▸ order_placed.lines[].quantity", "orders ▸ order_placed.lines[].unit_price");
        assertThat(segment).containsExactly("customers ▸ customer_changed.segment");
    }

    @Test
    void leadsFromAnAttributeBackToEvents() {
        // When
        List<String> city = origins("star.customer", "city");

        // Then
        assertThat(city).containsExactly("customers ▸ customer_changed.city");
    }

    @Test
    void namesTheFieldsThatFindAMember() {
        // When
        List<String> product = origins("star.order_line", "product_key");

        // Then
        assertThat(product).containsExactly("orders ▸ order_placed.lines[].product_id");
    }

    @Test
    void leavesOutBookkeeping() {
        // When
        Dictionary dictionary = Dictionary.of(layout);

        // Then
        assertThat(dictionary.entries())
                .allSatisfy(entry -> assertThat(entry.columns())
                        .isNotEmpty()
                        .noneMatch(column -> column.name().startsWith("_")));
    }

    @Test
    void showsTheRolesOfADimension() {
        // When
        BusMatrix matrix = BusMatrix.of(layout.model());

        // Then
        assertThat(matrix.rows().getFirst().in(new DimensionName("date"))).contains(new ColumnName("ordered"));
    }

    @Test
    void writesADiagramForMermaid() {
        // When
        String diagram = Mermaid.of(layout);

        // Then
        assertThat(diagram)
                .startsWith("erDiagram\n")
                .contains("  star_order_line }o--|| star_customer : \"customer_key\"", "    text order_id PK")
                .doesNotContain("__change", "_lane");
    }

    @Test
    void knowsWhereCombinationsComeFrom() {
        // Given
        WarehouseLayout withMini = WarehouseLayout.of(Shops.withMiniDimension());

        // Then
        assertThat(origins(withMini, "star.customer_profile", "segment"))
                .containsExactly("customers ▸ customer_changed.segment");
        assertThat(origins(withMini, "mart.sales_by_month", "customer_profile_segment"))
                .containsExactly("customers ▸ customer_changed.segment");
        assertThat(origins(withMini, "star.order_line", "customer_profile_key"))
                .containsExactly("orders ▸ order_placed.customer_id");
    }

    @Test
    void showsMiniDimensionsAsWhatFactsCanBeGroupedBy() {
        // Given
        WarehouseLayout withMini = WarehouseLayout.of(Shops.withMiniDimension());

        // When
        BusMatrix matrix = BusMatrix.of(withMini.model());
        String diagram = Mermaid.of(withMini);

        // Then
        assertThat(matrix.rows().getFirst().in(new DimensionName("customer_profile")))
                .containsExactly(new ColumnName("customer_profile"));
        assertThat(diagram)
                .contains("  star_order_line }o--|| star_customer_profile : \"customer_profile_key\"")
                .doesNotContain("_trail");
    }

    private List<String> origins(String table, String column) {
        return origins(layout, table, column);
    }

    private static List<String> origins(WarehouseLayout layout, String table, String column) {
        return Dictionary.of(layout).entries().stream()
                .filter(entry -> entry.name().toString().equals(table))
                .flatMap(entry -> entry.columns().stream())
                .filter(found -> found.name().equals(column))
                .findFirst()
                .orElseThrow()
                .origins();
    }
}
