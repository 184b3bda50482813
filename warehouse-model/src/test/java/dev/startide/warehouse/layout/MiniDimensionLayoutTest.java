package dev.startide.warehouse.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import dev.startide.warehouse.validation.Shops;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a mini-dimension adds to the tables of a model.
class MiniDimensionLayoutTest {

    private static final WarehouseModel MODEL = Shops.withMiniDimension();
    private static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    @Test
    void hasARowForEachCombination() {
        // When
        Table profile = table("customer_profile");

        // Then
        assertThat(columns(profile)).containsExactly("customer_profile_key", "segment");
    }

    @Test
    void leavesItsAttributesOutOfTheDimension() {
        assertThat(columns(table("customer"))).doesNotContain("segment");
    }

    @Test
    void keepsATrailOfWhatMembersHadWhen() {
        // When
        Table trail = table("customer_profile__trail");

        // Then
        assertThat(columns(trail))
                .startsWith(
                        "customer_profile__trail_key",
                        "customer_profile__trail_durable_key",
                        "customer_id",
                        "segment",
                        "version",
                        "valid_from",
                        "valid_to");
    }

    @Test
    void givesFactsTheKeyOfTheCombinationInEachRole() {
        // When
        Table fact = table("order_line");

        // Then
        assertThat(columns(fact)).contains("customer_profile_key", "_customer_profile_trail_key");
        assertThat(fact.foreignKeys())
                .extracting(ForeignKey::target)
                .contains(new TableName("star", "customer_profile"), new TableName("star", "customer_profile__trail"));
        assertThat(fact.indexes())
                .extracting(Index::columns)
                .extracting(Object::toString)
                .contains("[customer_profile_key]", "[_customer_profile_trail_key, event_time]");
    }

    @Test
    void isNamedInMartsLikeARole() {
        // When
        View view = LAYOUT.schema().views().getFirst();

        // Then
        assertThat(view.toString()).contains("customer_profile_segment").doesNotContain("_trail");
    }

    @Test
    void asksForARebuildOfFactsThatAreThereAlready() {
        // Given
        WarehouseSchema before = WarehouseLayout.of(Shops.plain()).schema();

        // When
        SchemaPlan plan = SchemaDiff.between(before, LAYOUT.schema());

        // Then
        assertThat(plan.incompatible())
                .filteredOn(SchemaChange.AddRequiredColumn.class::isInstance)
                .extracting(SchemaChange::toString)
                .hasSize(2)
                .allSatisfy(change -> assertThat(change).contains("order_line", "customer_profile"));
        assertThat(plan.changes())
                .filteredOn(SchemaChange.AddTable.class::isInstance)
                .extracting(change -> change.target().name())
                .containsExactly("customer_profile");
        assertThat(plan.incompatible())
                .filteredOn(SchemaChange.AddLateTable.class::isInstance)
                .extracting(change -> change.target().name())
                .containsExactly("customer_profile__trail");
    }

    private static Table table(String name) {
        return LAYOUT.schema().table(new TableName("star", name)).orElseThrow();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(column -> column.name().value()).toList();
    }
}
