package dev.startide.domain.testkit.oracle;

import static dev.startide.domain.testkit.Property.property;
import static dev.startide.domain.testkit.shop.ShopEvent.aCorrection;
import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aLine;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The judge is judged by hand.
class ReferenceFoldTest {

    private static final String MONDAY = "2026-03-16T12:00:00Z";
    private static final String TUESDAY = "2026-03-17T12:00:00Z";
    private static final String WEDNESDAY = "2026-03-18T12:00:00Z";

    @Test
    void keepsTheLastValueOfEachAttributeOfAnEntity() {
        // When
        var contents = fold(
                aCustomer("c-1").at(TUESDAY).with("segment", null).without("email"),
                aCustomer("c-1").at(MONDAY).with("city", "Aachen"),
                aMove("c-1", "Köln").at(WEDNESDAY));

        // Then
        assertThat(rows(contents, "norm", "customer"))
                .singleElement()
                .asString()
                .startsWith("customer_id=c-1, name=Ada, email=ada@example.org, city=Köln, segment=null,")
                .contains("_is_inferred=false, _is_deleted=false, _changed_at=" + WEDNESDAY);
    }

    @Test
    void announcesWhatIsNamedAndNeverToldOf() {
        // When
        var contents = fold(anOrder("o-1", "c-1"));

        // Then
        assertThat(rows(contents, "norm", "customer"))
                .containsExactly("customer_id=c-1, name=null, email=null, city=null, segment=null, signed_up_at=null,"
                        + " _is_inferred=true, _is_deleted=false, _changed_at=null, _change_sequence=null,"
                        + " _change_id=null");
        assertThat(rows(contents, "star", "customer")).isEmpty();
    }

    @Test
    void beginsAVersionWhereAVersionedAttributeChanges() {
        // When
        var contents = fold(
                aCustomer("c-1").at(MONDAY).with("city", "Aachen").with("name", "Ada"),
                aMove("c-1", "Bonn").at(TUESDAY),
                aCustomer("c-1").at(WEDNESDAY).with("city", "Bonn").with("name", "Bea"));

        // Then
        assertThat(rows(contents, "star", "customer"))
                .containsExactly(
                        version("Bea", "Aachen", "1, valid_from=1900-01-01T00:00:00Z, valid_to=" + TUESDAY, false),
                        version("Bea", "Bonn", "2, valid_from=" + TUESDAY + ", valid_to=9999-12-31T00:00:00Z", true));
    }

    @Test
    void countsAnInstantByWhatIsSaidLast() {
        // When
        var contents = fold(
                aCustomer("c-1").at(MONDAY),
                aMove("c-1", "Köln").at(TUESDAY).inSequence(1),
                aMove("c-1", "Bonn").at(TUESDAY).inSequence(2));

        // Then
        assertThat(rows(contents, "star", "customer"))
                .containsExactly(version(
                        "Ada", "Bonn", "1, valid_from=1900-01-01T00:00:00Z, valid_to=9999-12-31T00:00:00Z", true));
    }

    @Test
    void keepsTheFirstValueThatIsSaid() {
        // When
        var contents = fold(
                aCustomer("c-1").at(WEDNESDAY).with("signed_up_at", Instant.EPOCH),
                aCustomer("c-1").at(TUESDAY),
                aCustomer("c-1").at(MONDAY).with("signed_up_at", null));

        // Then
        assertThat(rows(contents, "star", "customer"))
                .singleElement()
                .asString()
                .contains("signed_up_at=2026-03-15T12:00:00Z");
    }

    @Test
    void pointsAFactAtTheVersionOfItsTime() {
        // When
        var contents = fold(
                aCustomer("c-1").at(MONDAY).with("city", "Aachen"),
                aMove("c-1", "Bonn").at(WEDNESDAY),
                anOrder("o-1", "c-1").at(TUESDAY).with("lines", List.of(aLine(1, null, 2), aLine(2, "p-9", 3))),
                anOrder("o-2", "c-1").at(WEDNESDAY).with("lines", List.of(aLine(1, null, 2))));

        // Then
        assertThat(rows(contents, "star", "order_line"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("customer=[c-1] v1 from 1900-01-01T00:00:00Z, product=unknown,"
                                        + " ordered=20260317"),
                        second -> assertThat(second).contains("product=[p-9] v1 from 1900-01-01T00:00:00Z"),
                        third -> assertThat(third).contains("customer=[c-1] v2 from " + WEDNESDAY));
        assertThat(rows(contents, "star", "product"))
                .singleElement()
                .asString()
                .contains("product_id=p-9, name=null")
                .endsWith("is_inferred=true, _is_latest=true");
    }

    @Test
    void infersAMemberThatALaterEventTakesBack() {
        // When
        var contents = fold(
                anOrder("o-1", "c-1").at(MONDAY).with("lines", List.of(aLine(1, null, 2))),
                anOrder("o-1", "c-2").at(TUESDAY).with("lines", List.of(aLine(1, null, 2))));

        // Then
        assertThat(rows(contents, "star", "customer")).hasSize(2);
        assertThat(rows(contents, "star", "order_line"))
                .singleElement()
                .asString()
                .contains("customer=[c-2]");
    }

    @Test
    void mergesWhatSeveralEventsSayOfAFact() {
        // When
        var contents = fold(
                aCorrection("o-1", 1, 7).at(TUESDAY),
                anOrder("o-1", "c-1").at(MONDAY).with("lines", List.of(aLine(1, null, 2))));

        // Then
        assertThat(rows(contents, "star", "order_line"))
                .singleElement()
                .asString()
                .contains(
                        "event_time=2026-03-15T12:00:00Z", "customer=[c-1]", "channel=web, quantity=7, unit_price=1.20")
                .contains("_changed_at=" + TUESDAY);
    }

    @Test
    void saysTheSameForEveryOrderOfArrival() {
        property().forAll(ShopEvents::some, events -> {
            List<TypedEventBuilder> others =
                    new ArrayList<>(Gen.seeded(events.size()).shuffled(events));
            others.addAll(events.subList(0, events.size() / 2));

            assertThat(fold(others).differences(fold(events))).isEmpty();
        });
    }

    private static WarehouseContents fold(TypedEventBuilder... events) {
        return fold(List.of(events));
    }

    private static WarehouseContents fold(List<TypedEventBuilder> events) {
        return ReferenceFold.of(Shop.MODEL)
                .fold(events.stream().map(TypedEventBuilder::build).toList());
    }

    private static List<String> rows(WarehouseContents contents, String schema, String table) {
        return contents.rows().get(new TableName(schema, table));
    }

    private static String version(String name, String city, String validity, boolean isCurrent) {
        return Stream.of(
                        "customer_id=c-1",
                        "name=" + name,
                        "email=ada@example.org",
                        "city=" + city,
                        "segment=regular",
                        "signed_up_at=2026-03-15T12:00:00Z",
                        "version=" + validity,
                        "is_current=" + isCurrent,
                        "is_inferred=false",
                        "_is_latest=" + isCurrent)
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
    }
}
