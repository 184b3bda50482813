package dev.startide.domain.service;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.memory.InMemoryWarehouse.Fault;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopRows;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadServiceTest {

    private final LoadRun run = new LoadRun(Shop.LAYOUT, 100, 100);

    @Test
    void turnsAnOrderIntoRowsOfEveryKind() {
        // Given
        run.log("a", customer("c1", "Graz").at("2026-01-01T00:00:00Z").build());
        run.log("a", order("o1", "c1", "p1").at("2026-02-01T10:00:00Z").build());

        // When
        var steps = run.drain();

        // Then
        assertThat(steps).extracting(LoadStep.Loaded::loaded).containsExactly(2L);
        assertThat(column(ShopRows.PURCHASE, "order_id")).containsExactly("o1");
        assertThat(column(ShopRows.ORDER_LINE, "product_id")).containsExactly("p1");
        assertThat(column(ShopRows.ORDER_LINE_FACT, "quantity")).containsExactly(2);
        assertThat(cityOfTheSale()).isEqualTo("Graz");
    }

    @Test
    void infersAMemberThatAFactNamesFirst() {
        // Given
        run.log("a", order("o1", "c1", "p1").at("2026-02-01T10:00:00Z").build());

        // When
        run.drain();

        // Then
        assertThat(members("is_inferred")).containsExactly(true);
        assertThat(column(ShopRows.CUSTOMER, "_is_inferred")).containsExactly(true);
    }

    @Test
    void completesAnInferredMemberWithoutMovingItsFacts() {
        // Given
        run.log("a", order("o1", "c1", "p1").at("2026-02-01T10:00:00Z").build());
        run.drain();
        var keyBefore = column(ShopRows.ORDER_LINE_FACT, "customer_key");

        // When
        run.log("a", customer("c1", "Graz").at("2026-03-01T00:00:00Z").build());
        run.drain();

        // Then
        assertThat(column(ShopRows.ORDER_LINE_FACT, "customer_key")).isEqualTo(keyBefore);
        assertThat(members("is_inferred")).containsExactly(false);
        assertThat(cityOfTheSale()).isEqualTo("Graz");
    }

    @Test
    void movesFactsIntoAVersionThatALateChangeSplitsOff() {
        // Given
        run.log("a", customer("c1", "Graz").at("2026-01-01T00:00:00Z").build());
        run.log("a", customer("c1", "Linz").at("2026-03-01T00:00:00Z").build());
        run.log("a", order("o1", "c1", "p1").at("2026-02-15T10:00:00Z").build());
        run.drain();

        // When
        run.log("a", customer("c1", "Wien").at("2026-02-01T00:00:00Z").build());
        run.drain();

        // Then
        assertThat(cityOfTheSale()).isEqualTo("Wien");
        assertThat(members("city")).containsExactly("Graz", "Wien", "Linz");
    }

    @Test
    void pointsAFactWithoutAReferenceAtTheUnknownMember() {
        // Given
        run.log("a", order("o1", null, "p1").at("2026-02-01T10:00:00Z").build());

        // When
        run.drain();

        // Then
        assertThat(column(ShopRows.ORDER_LINE_FACT, "customer_key")).containsExactly(-1L);
    }

    @Test
    void decidesTheDayOfAnInstantByTheTimeZoneOfTheWarehouse() {
        // Given
        run.log("a", order("o1", "c1", "p1").at("2026-02-01T23:30:00Z").build());

        // When
        run.drain();

        // Then
        assertThat(column(ShopRows.ORDER_LINE_FACT, "ordered_key")).containsExactly(20260202);
    }

    @Test
    void addsADayThatTheCalendarDoesNotHave() {
        // Given
        run.log("a", order("o1", "c1", "p1").at("1999-12-24T12:00:00Z").build());

        // When
        run.drain();

        // Then
        assertThat(column(ShopRows.ORDER_LINE_FACT, "ordered_key")).containsExactly(19991224);
    }

    @Test
    void keepsANewerValueWhenAnOlderCorrectionComesLate() {
        // Given
        run.log("a", order("o1", "c1", "p1").at("2026-02-01T10:00:00Z").build());
        run.log("a", corrected(5).at("2026-02-03T00:00:00Z").build());
        run.drain();

        // When
        run.log("a", corrected(4).at("2026-02-02T00:00:00Z").build());
        run.drain();

        // Then
        assertThat(column(ShopRows.ORDER_LINE_FACT, "quantity")).containsExactly(5);
        assertThat(column(ShopRows.ORDER_LINE, "quantity")).containsExactly(5);
    }

    @Test
    void accountsForEventsThatCannotBeUsed() {
        // Given
        run.logUnreadable(Shop.CUSTOMERS, "a");
        run.logUnknown(Shop.CUSTOMERS, "a");
        run.log("a", customer("c1", "Graz").at("2026-01-01T00:00:00Z").build());

        // When
        var steps = run.drain();

        // Then
        assertThat(steps).hasSize(1);
        assertThat(steps.getFirst().loaded()).isEqualTo(1);
        assertThat(steps.getFirst().quarantined()).isEqualTo(1);
        assertThat(steps.getFirst().ignored()).isEqualTo(1);
    }

    @Test
    void quarantinesOnlyTheEventThatTheDatabaseRefuses() {
        // Given
        run.warehouse().refuse((table, row) -> table.equals(ShopRows.PURCHASE.name()) && "o3".equals(row[0]));
        for (int order = 1; order <= 7; order++) {
            run.log(
                    "a",
                    order("o" + order, "c1", "p1").at("2026-02-01T10:00:00Z").build());
        }

        // When
        run.drain();

        // Then
        assertThat(column(ShopRows.PURCHASE, "order_id")).containsExactlyInAnyOrder("o1", "o2", "o4", "o5", "o6", "o7");
        assertThat(run.warehouse().quarantined())
                .extracting(event -> event.rejection().reason())
                .containsExactly(Rejection.Reason.REFUSED_BY_DATABASE);
    }

    @Test
    void goesOnFromTheDatabaseWhenTheAnswerToACommitIsLost() {
        // Given
        run.log("a", customer("c1", "Graz").at("2026-01-01T00:00:00Z").build());
        run.log("a", order("o1", "c1", "p1").at("2026-02-01T10:00:00Z").build());
        run.warehouse().failNext(Fault.AFTER_COMMIT);

        // When
        run.drain();

        // Then
        assertThat(column(ShopRows.ORDER_LINE_FACT, "order_id")).containsExactly("o1");
        assertThat(members("city")).containsExactly("Graz");
    }

    @Test
    void leavesALoadThatFailedToTheNextCall() {
        // Given
        run.log("a", customer("c1", "Graz").at("2026-01-01T00:00:00Z").build());
        run.warehouse().failNext(Fault.BEFORE_COMMIT);

        // When
        assertThatThrownBy(() -> run.loader().loadNext())
                .isInstanceOfSatisfying(
                        StartideException.class,
                        failure -> assertThat(failure.code()).isEqualTo(FailureCode.DATABASE_UNAVAILABLE));

        // Then
        assertThat(run.loader().loadNext()).isInstanceOf(LoadStep.Loaded.class);
    }

    @Test
    void standsByWhileAnotherLoads() {
        // Given
        var other = run.loader("other", 100, 100);
        other.loadNext();

        // When
        var step = run.loader().loadNext();

        // Then
        assertThat(step).isEqualTo(new LoadStep.StandingBy());
    }

    private static TypedEventBuilder customer(String id, String city) {
        return anEventOf(Shop.MODEL, "customer_changed")
                .with("customer_id", id)
                .with("name", "Ada")
                .with("city", city);
    }

    private static TypedEventBuilder order(String id, String customer, String product) {
        return anEventOf(Shop.MODEL, "order_placed")
                .with("order_id", id)
                .with("customer_id", customer)
                .with("channel", "web")
                .with(
                        "lines",
                        List.of(Map.of(
                                "line_no",
                                1,
                                "product_id",
                                product,
                                "quantity",
                                2,
                                "unit_price",
                                new BigDecimal("1.20"))));
    }

    private static TypedEventBuilder corrected(int quantity) {
        return anEventOf(Shop.MODEL, "line_corrected")
                .with("order_id", "o1")
                .with("line_no", 1)
                .with("placed_at", Instant.parse("2026-02-01T10:00:00Z"))
                .with("quantity", quantity);
    }

    /// The city of the customer's version that the one sale points at.
    private Object cityOfTheSale() {
        Object key = column(ShopRows.ORDER_LINE_FACT, "customer_key").getFirst();
        return rows(ShopRows.CUSTOMER_DIMENSION).stream()
                .filter(row -> row[0].equals(key))
                .map(row -> row[index(ShopRows.CUSTOMER_DIMENSION, "city")])
                .findFirst()
                .orElseThrow();
    }

    /// A column of the customers' versions in the order of time, without the special members.
    private List<Object> members(String column) {
        Table table = ShopRows.CUSTOMER_DIMENSION;
        return rows(table).stream()
                .filter(row -> (Long) row[0] > 0)
                .sorted((left, right) -> ((Instant) left[index(table, "valid_from")])
                        .compareTo((Instant) right[index(table, "valid_from")]))
                .map(row -> row[index(table, column)])
                .toList();
    }

    private List<Object> column(Table table, String name) {
        return rows(table).stream().map(row -> row[index(table, name)]).toList();
    }

    private List<Object[]> rows(Table table) {
        return run.warehouse().rows(table.name()).stream()
                .map(row -> Arrays.copyOf(row, row.length))
                .toList();
    }

    private static int index(Table table, String name) {
        return IntStream.range(0, table.writtenColumns().size())
                .filter(at -> table.writtenColumns().get(at).name().equals(ColumnName.column(name)))
                .findFirst()
                .orElseThrow();
    }
}
