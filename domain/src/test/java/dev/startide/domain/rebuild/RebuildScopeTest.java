package dev.startide.domain.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.failure.StartideException;
import dev.startide.domain.rebuild.RebuildScope.Extent;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebuildScopeTest {

    @Test
    void takesInEveryTableOfTheModel() {
        // When
        RebuildScope scope = RebuildScope.of(Shop.LAYOUT, new Wish.Everything());

        // Then
        assertThat(scope.extent()).isEqualTo(Extent.EVERYTHING);
        assertThat(scope.tables())
                .containsExactlyInAnyOrderElementsOf(
                        Shop.LAYOUT.schema().tables().stream().map(Table::name).toList());
    }

    @Test
    void takesInOnlyAFactOnWhichNothingDepends() {
        // When
        RebuildScope scope = RebuildScope.of(Shop.LAYOUT, wish(factName()));

        // Then
        assertThat(scope.extent()).isEqualTo(Extent.SOME_TABLES);
        assertThat(scope.tables()).contains(Shop.orderLines().table().name()).doesNotContain(dimension("product"));
    }

    @Test
    void takesInTheFactsOfADimension() {
        // When
        RebuildScope scope = RebuildScope.of(Shop.LAYOUT, wish("star.product"));

        // Then
        assertThat(scope.tables())
                .contains(dimension("product"), Shop.orderLines().table().name())
                .doesNotContain(dimension("customer"));
    }

    @Test
    void takesInWhatAnEntityIsShownBy() {
        // When
        RebuildScope scope = RebuildScope.of(Shop.LAYOUT, wish("norm.customer"));

        // Then
        assertThat(scope.tables())
                .contains(
                        Shop.entity("customer").table().name(),
                        Shop.changes("customer").table().name(),
                        dimension("customer"),
                        Shop.entity("purchase").table().name(),
                        Shop.orderLines().table().name());
    }

    @Test
    void refusesATableThatTheModelDoesNotHave() {
        // When
        // Then
        assertThatThrownBy(() -> RebuildScope.of(Shop.LAYOUT, wish("nothing")))
                .isInstanceOf(StartideException.class)
                .hasMessageContaining("nothing")
                .hasMessageContaining("star.customer");
    }

    @Test
    void keepsNoTableThatRefersToOneOfIt() {
        // When
        Set<TableName> tables =
                RebuildScope.of(Shop.LAYOUT, wish("norm.product")).tables();

        // Then
        assertThat(Shop.LAYOUT.schema().tables().stream()
                        .filter(table -> !tables.contains(table.name()))
                        .flatMap(table -> table.foreignKeys().stream()))
                .noneMatch(key -> tables.contains(key.target()));
    }

    private static Wish wish(String table) {
        return new Wish.Tables(List.of(table));
    }

    private static String factName() {
        return Shop.orderLines().table().name().toString();
    }

    private static TableName dimension(String name) {
        return Shop.members(name).table().name();
    }
}
