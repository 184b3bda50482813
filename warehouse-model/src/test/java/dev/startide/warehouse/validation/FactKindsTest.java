package dev.startide.warehouse.validation;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.star.Additivity;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of the kinds of facts that a model declares.
class FactKindsTest {

    private static final String FULFILMENT = """
              fulfilment:
                kind: accumulating
                of: order
                grain: order_id
                dimensions: { customer: customer_id }
                milestones: [placed_at, shipped_at]
            """;

    @Test
    void givesWhatAccumulatesAColumnForEachMilestoneItsDayAndTheTimeBetween() {
        // When
        WarehouseModel model = Resolutions.valid(withFact(FULFILMENT));

        // Then
        assertThat(columns(model, "fulfilment"))
                .containsExactly(
                        "order_id",
                        "event_time",
                        "customer_key",
                        "customer_durable_key",
                        "placed_at_day_key",
                        "shipped_at_day_key",
                        "placed_at",
                        "shipped_at",
                        "placed_at_to_shipped_at",
                        "milestone");
    }

    @Test
    void namesTheDaysOfMilestonesAsTheRolesThatDo() {
        // Given
        String named =
                FULFILMENT.replace("{ customer: customer_id }", "{ ordered: { dimension: date, key: placed_at } }");

        // When
        WarehouseModel model = Resolutions.valid(withFact(named));

        // Then
        assertThat(columns(model, "fulfilment"))
                .contains("ordered_key", "shipped_at_day_key")
                .doesNotContain("placed_at_day_key");
    }

    @Test
    void addsNoDaysOfMilestonesWhereThereIsMoreThanOneCalendar() {
        // Given
        String yaml = withFact(FULFILMENT)
                .replace("\ndimensions:\n", "\ndimensions:\n  other_date: { calendar: { from: 2020-01-01 } }\n");

        // When
        WarehouseModel model = Resolutions.valid(yaml);

        // Then
        assertThat(columns(model, "fulfilment")).noneMatch(column -> column.endsWith("_day_key"));
    }

    @Test
    void beginsWhatAccumulatesWithItsFirstMilestoneOrTheTimeThatIsNamed() {
        // Given
        String named = FULFILMENT.replace("of: order\n", "of: order\n    time: shipped_at\n");

        // When
        List<WarehouseModel> models = Stream.of(FULFILMENT, named)
                .map(fact -> Resolutions.valid(withFact(fact)))
                .toList();

        // Then
        assertThat(models.stream().map(model -> fact(model, "fulfilment").time().name()))
                .containsExactly(column("placed_at"), column("shipped_at"));
    }

    @Test
    void takesAFactThatMeasuresNothing() {
        // Given
        String visit = """
                  visit: { of: order, from: order_placed, grain: order_id, time: placed_at, dimensions: { customer: customer_id } }
                """;

        // When
        WarehouseModel model = Resolutions.valid(withFact(visit));

        // Then
        assertThat(fact(model, "visit").measures()).isEmpty();
        assertThat(columns(model, "visit"))
                .containsExactly("order_id", "event_time", "customer_key", "customer_durable_key");
    }

    @Test
    void letsAnyMeasureBeSummedUpWhereGroupsTellItsRolesApart() {
        // Given
        String yaml = Documents.shop()
                .replace("      quantity: sum\n", "      quantity: { agg: sum, additive: { not_over: [ordered] } }\n")
                .replace("[ordered.month,", "[ordered.calendar_date,");

        // When
        WarehouseModel model = Resolutions.valid(yaml);

        // Then
        assertThat(fact(model, "order_line").measures().getFirst().additivity())
                .isEqualTo(new Additivity.SemiAdditive(List.of(column("ordered"))));
    }

    @Test
    void letsWhatIsNotAdditiveBeSummedUpByTheWeightOfAnotherColumn() {
        // Given
        String yaml = Documents.shop()
                .replace("      quantity: sum\n", "      unit_price: avg\n      quantity: sum\n")
                .replace("revenue: sum(amount)", "revenue: sum(unit_price * quantity)");

        // When
        WarehouseModel model = Resolutions.valid(yaml);

        // Then
        assertThat(model.marts()).hasSize(1);
    }

    @Test
    void keepsWhatWasSaidOfAFactThatAnEventCanDelete() {
        // Given
        String yaml = Documents.shop()
                .replace(
                        "order:      { from: [order_placed, order_shipped],",
                        "order: { from: order_placed, deleted_by: order_shipped,")
                .replace("\nmarts:\n", "  purchase: { of: order, grain: order_id, time: placed_at }\n\nmarts:\n");

        // When
        WarehouseLayout layout = WarehouseLayout.of(Resolutions.valid(yaml));

        // Then
        assertThat(layout.memories())
                .extracting(memory -> memory.table().name())
                .hasToString("[norm.purchase__gone]");
    }

    @Test
    void neverDeletesAFactThatNeverChanges() {
        // Given
        String yaml = Documents.shop()
                .replace(
                        "order:      { from: [order_placed, order_shipped],",
                        "order: { from: order_placed, deleted_by: order_shipped,")
                .replace(
                        "\nmarts:\n",
                        "  purchase: { changes: never, of: order, grain: order_id, time: placed_at }\n\nmarts:\n");

        // When
        WarehouseModel model = Resolutions.valid(yaml);

        // Then
        assertThat(model.factFeeds()).noneMatch(feed -> feed.effect() == Feed.Effect.DELETES);
        assertThat(WarehouseLayout.of(model).memories()).isEmpty();
    }

    @Test
    void negatesComputedMeasuresOfAReversalOnceWhateverTheyAreComputedFrom() {
        // Given
        String yaml = Documents.shop()
                .replace(
                        "    time: placed_at\n    dimensions",
                        "    time: placed_at\n    changes: reverse\n    dimensions")
                .replace("sql: quantity * unit_price,", "sql: round(quantity * unit_price),");

        // When
        WarehouseModel model = Resolutions.valid(yaml);

        // Then
        Column amount = FactLayout.of(fact(model, "order_line"), Schemas.LIVE)
                .table()
                .column(column("amount"))
                .orElseThrow();
        String restored = "(case when entry_kind = 'reversal' then -(quantity) else (quantity) end)";
        String product = "round(%s * unit_price)".formatted(restored);
        assertThat(amount.origin())
                .isEqualTo(new Column.Origin.Computed(
                        "case when entry_kind = 'reversal' then -(%1$s) else (%1$s) end".formatted(product)));
    }

    private static String withFact(String fact) {
        return Documents.shopWith("\nmarts:\n", fact + "\nmarts:\n");
    }

    private static Fact fact(WarehouseModel model, String name) {
        return model.fact(new FactName(name));
    }

    /// The columns that are not there for bookkeeping.
    private static List<String> columns(WarehouseModel model, String fact) {
        return FactLayout.of(fact(model, fact), Schemas.LIVE).table().columns().stream()
                .map(Column::name)
                .map(Object::toString)
                .filter(name -> !name.startsWith("_"))
                .toList();
    }
}
