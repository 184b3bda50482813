package dev.startide.warehouse.validation;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.Weight;
import org.junit.jupiter.api.Test;

class BridgeRulesTest {

    private static final String WEIGHTED = "{ dimension: product, each: lines, key: product_id, weight: quantity }";

    @Test
    void readsAListWithWeights() {
        // When
        Role role = bridge(WEIGHTED);

        // Then
        assertThat(role).isInstanceOfSatisfying(Role.OfBridge.class, bridge -> {
            assertThat(bridge.list()).isEqualTo(column("lines"));
            assertThat(bridge.key()).extracting(key -> key.name().value()).containsExactly("product_id");
            assertThat(bridge.weight())
                    .isInstanceOfSatisfying(
                            Weight.Said.class,
                            said -> assertThat(said.field().name()).isEqualTo(column("quantity")));
        });
    }

    @Test
    void sharesEquallyWithoutAWeight() {
        // When
        Role role = bridge("{ dimension: product, each: lines, key: product_id }");

        // Then
        assertThat(((Role.OfBridge) role).weight()).isEqualTo(new Weight.Equal());
    }

    @Test
    void laysOutATableBetween() {
        // Given
        var facts = WarehouseLayout.of(Resolutions.valid(shop(WEIGHTED, ""))).facts();

        // When
        BridgeLayout bridge = facts.getLast().bridges().getFirst();

        // Then
        assertThat(bridge.table().name()).hasToString("star.purchase__bought");
        assertThat(bridge.table().columns())
                .hasSize(bridge.width())
                .extracting(each -> each.name().value())
                .containsExactly("order_id", "bought_key", "bought_durable_key", "event_time", "weight");
        assertThat(bridge.table().primaryKey()).hasToString("[order_id, bought_durable_key]");
        assertThat(facts.getLast().table().columns())
                .extracting(each -> each.name().value())
                .doesNotContain("bought_key");
    }

    @Test
    void joinsABridgeOnlyWhereRowsAreGroupedByItsMembers() {
        // Given
        String shop = shop(WEIGHTED, """
                  by_channel: { fact: purchase, by: [channel], measures: { orders: count(distinct order_id) } }
                  by_category:
                    fact: purchase
                    by: [bought.category]
                    measures: { orders: sum(bought_weight) }
                """);

        // When
        var views = WarehouseLayout.of(Resolutions.valid(shop)).marts();

        // Then
        assertThat(views.get(views.size() - 2).joins()).isEmpty();
        assertThat(views.getLast().joins()).extracting(View.Join::alias).containsExactly("bought__bridge", "bought");
        assertThat(views.getLast().joins().getLast().fromAlias()).isEqualTo("bought__bridge");
    }

    @Test
    void warnsOfAMeasureThatCountsARowForEachOfItsMembers() {
        // Given
        String shop = shop(
                WEIGHTED,
                "  by_category: { fact: purchase, by: [bought.category], measures: { orders: count(order_id) } }");

        // When
        var issues = Resolutions.issues(shop);

        // Then
        assertThat(issues)
                .containsExactly(
                        "WARNING marts.by_category.measures.orders: counts a row once for each bought that it has,"
                                + " so that groups add up to more than there is. To share it out, multiply by the weight, such"
                                + " as 'sum(… * bought_weight)'.");
    }

    private static Role bridge(String role) {
        return Resolutions.valid(shop(role, "")).facts().getLast().roles().getFirst();
    }

    private static String shop(String role, String mart) {
        return Documents.shop().replace("marts:\n", """
                          purchase:
                            of: order
                            from: order_placed
                            grain: order_id
                            time: placed_at
                            dimensions: { bought: %s }
                            degenerate: [channel]

                        marts:
                        """.formatted(role)) + mart;
    }
}
