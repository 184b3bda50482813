package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Hierarchy;
import dev.startide.warehouse.validation.Documents;
import dev.startide.warehouse.validation.Resolutions;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutriggerLayoutTest {

    private static final String DIMENSIONS = """
            dimensions:
              order:
                of: order
                attributes: { channel: 2 }
                references:
                  customer: customer_id
                  buyer: { dimension: customer, key: customer_id, as: version }
            """;

    @Test
    void showsTheMemberOrTheVersionThatIsReferredTo() {
        // When
        var order = order(DIMENSIONS).table();

        // Then
        assertThat(order.columns())
                .extracting(Column::name)
                .extracting(Object::toString)
                .containsSequence(
                        "channel",
                        "_customer__customer_id",
                        "customer_durable_key",
                        "_buyer__customer_id",
                        "buyer_key",
                        "buyer_durable_key",
                        "version");
        assertThat(order.foreignKeys())
                .containsExactly(new ForeignKey(
                        List.of(column("buyer_key")),
                        MemberLayout.tableOf(new DimensionName("customer"), Schemas.LIVE.star()),
                        List.of(column("customer_key"))));
        assertThat(order.indexes())
                .contains(
                        Index.plain(List.of(column("customer_durable_key"))),
                        Index.plain(List.of(column("buyer_key"))),
                        Index.plain(List.of(column("buyer_durable_key"))));
    }

    @Test
    void knowsWhereItsValuesAre() {
        // When
        var order = order(DIMENSIONS);

        // Then
        List<Column> columns = order.table().columns();
        assertThat(order.width()).isEqualTo(columns.size());
        assertThat(columns.get(order.versionAt()).name()).isEqualTo(MemberLayout.VERSION);
        assertThat(order.outriggers()).allSatisfy(reference -> {
            assertThat(columns.get(reference.at()).name())
                    .isEqualTo(OutriggerLayout.naturalKeyOf(reference.outrigger(), column("customer_id")));
            assertThat(columns.get(reference.durableKeyAt()).name())
                    .isEqualTo(OutriggerLayout.durableKeyOf(reference.outrigger()));
        });
        assertThat(columns.get(order.outriggers().getLast().keyAt()).name()).isEqualTo(column("buyer_key"));
    }

    @Test
    void specialMembersReferToSpecialMembers() {
        // Given
        var order = order(DIMENSIONS);
        var row = new Object[order.width()];

        // When
        order.outriggers().forEach(reference -> reference.refer(row, MemberLayout.UNKNOWN_KEY));

        // Then
        assertThat(row).containsSequence(null, -1L, null, -1L, -1L, null);
    }

    @Test
    void putsADimensionAfterThoseThatItRefersTo() {
        // When
        var members = layout(DIMENSIONS).members();

        // Then
        assertThat(members)
                .extracting(member -> member.dimension().name().value())
                .containsExactly("customer", "order", "product");
    }

    @Test
    void martsShowWhatIsReferredTo() {
        // When
        var view = mart("orders: { fact: orders }");

        // Then
        assertThat(view.joins())
                .extracting(join -> "%s.%s = %s.%s%s"
                        .formatted(
                                join.fromAlias(),
                                join.fromColumn(),
                                join.alias(),
                                join.targetColumn(),
                                join.only().map(only -> " and " + only).orElse("")))
                .containsExactly(
                        "fact.order_key = order.order_key",
                        "order.customer_durable_key = order__customer.customer_durable_key and _is_latest",
                        "order.buyer_key = order__buyer.customer_key");
        assertThat(view.outputs())
                .extracting(output -> output.name().value())
                .contains("order_channel", "order_customer_segment", "order_buyer_segment", "order_buyer_customer_id")
                .doesNotContain("order__customer__customer_id");
    }

    @Test
    void martsGroupByWhatIsReferredTo() {
        // When
        var view = mart(
                "orders: { fact: orders, by: [order.buyer.segment], measures: { orders: count(distinct order_id) } }");

        // Then
        assertThat(view.joins()).extracting(View.Join::alias).containsExactly("order", "order__buyer");
        assertThat(view.outputs())
                .first()
                .isEqualTo(new View.Output(
                        column("order_buyer_segment"),
                        new View.Expression.Qualified("order__buyer", column("segment")),
                        ""));
    }

    @Test
    void aDimensionMayReferToItself() {
        // Given
        var dimensions = DIMENSIONS.replace("customer: customer_id\n", "parent: { dimension: order, key: channel }\n");

        // When
        var order = order(dimensions).table();

        // Then
        assertThat(order.column(column("parent_durable_key"))).isPresent();
    }

    @Test
    void hierarchiesHaveNames() {
        // Given
        var yaml = Documents.shop()
                .replace("hierarchy: [category, name]", "hierarchies: { kind: [category, name], price: list_price }");

        // When
        var product = member(WarehouseLayout.of(Resolutions.valid(yaml)), "product");

        // Then
        assertThat(product.dimension().hierarchies())
                .containsExactly(
                        new Hierarchy(column("kind"), List.of(column("category"), column("name"))),
                        new Hierarchy(column("price"), List.of(column("list_price"))));
    }

    private static View mart(String mart) {
        var yaml = Documents.shop()
                .replace("dimensions:\n  date", DIMENSIONS + "  date")
                .replace(
                        "\nmarts:\n",
                        "  orders: { of: order, from: order_placed, grain: order_id, time: placed_at,"
                                + " dimensions: { order: order_id } }\n\nmarts:\n  " + mart + "\n");
        return WarehouseLayout.of(Resolutions.valid(yaml)).schema().views().stream()
                .filter(view -> view.name().name().equals("orders"))
                .findFirst()
                .orElseThrow();
    }

    private static MemberLayout order(String dimensions) {
        return member(layout(dimensions), "order");
    }

    private static WarehouseLayout layout(String dimensions) {
        return WarehouseLayout.of(
                Resolutions.valid(Documents.shop().replace("dimensions:\n  date", dimensions + "  date")));
    }

    private static MemberLayout member(WarehouseLayout layout, String dimension) {
        return layout.members().stream()
                .filter(member -> member.dimension().name().value().equals(dimension))
                .findFirst()
                .orElseThrow();
    }
}
