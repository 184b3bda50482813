package dev.startide.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.startide.domain.draft.Draft.DraftedFact;
import dev.startide.domain.draft.Sample.Origin;
import dev.startide.domain.normalize.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftingTest {

    @Test
    void tellsTypesOfEventsApart() {
        // When
        Draft draft = draft(
                Map.of("type", "order_placed", "order_id", "o1", "placed_at", "2026-03-01T10:00:00Z"),
                Map.of("type", "order_shipped", "order_id", "o1", "shipped_at", "2026-03-02T10:00:00Z"));

        // Then
        assertThat(draft.events())
                .extracting(
                        DraftedEvent::name,
                        DraftedEvent::when,
                        event -> event.time().field())
                .containsExactly(
                        tuple("order_placed", "event.type == 'order_placed'", "placed_at"),
                        tuple("order_shipped", "event.type == 'order_shipped'", "shipped_at"));
        assertThat(draft.entities()).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("orders");
            assertThat(entity.from()).containsExactly("order_placed", "order_shipped");
            assertThat(entity.key()).containsExactly("order_id");
        });
    }

    @Test
    void takesForTypesOnlyWhatLooksLikeWords() {
        // When
        Draft draft = draft(Map.of("type", "4711"), Map.of("type", "Anna Berger <anna@example.org>"));

        // Then
        assertThat(draft.events()).extracting(DraftedEvent::when).containsExactly("");
        assertThat(DraftYaml.of(draft)).doesNotContain("4711", "anna@example.org");
    }

    @Test
    void makesAFactOfNumbersAndADimensionOfWhatItNames() {
        // When
        Draft draft = draft(
                Map.of("type", "sold", "sale_id", "s1", "customer_id", "c1", "amount", new BigDecimal("12.50")),
                Map.of("type", "customer_moved", "customer_id", "c1", "city", "Graz"));

        // Then
        assertThat(draft.dimensions()).singleElement().satisfies(dimension -> {
            assertThat(dimension.name()).isEqualTo("customer");
            assertThat(dimension.attributes()).containsExactly("city");
        });
        assertThat(draft.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.grain()).containsExactly("sale_id");
            assertThat(fact.roles()).containsExactly(Map.entry("customer", "customer_id"));
            assertThat(fact.measures()).containsExactly(Map.entry("amount", "sum"));
        });
    }

    @Test
    void makesAFactOfLists() {
        // Given
        var line = Map.of("line_no", 1, "quantity", 2);

        // When
        Draft draft = draft(Map.of("order_id", "o1", "placed_at", "2026-03-01T10:00:00Z", "lines", List.of(line)));

        // Then
        assertThat(draft.facts())
                .filteredOn(fact -> fact.name().equals("order_line"))
                .singleElement()
                .extracting(DraftedFact::grain)
                .isEqualTo(List.of("order_id", "line_no"));
    }

    @Test
    void readsAnEntityThatIsDeleted() {
        // When
        Draft draft = draft(
                Map.of("type", "customer_moved", "customer_id", "c1", "city", "Graz"),
                Map.of("type", "customer_deleted", "customer_id", "c1"));

        // Then
        assertThat(draft.entities()).singleElement().satisfies(entity -> {
            assertThat(entity.from()).containsExactly("customer_moved");
            assertThat(entity.deletedBy()).containsExactly("customer_deleted");
        });
    }

    @Test
    void readsSecondsAndMillisecondsAsTimes() {
        // When
        Draft seconds = draft(Map.of("ts", 1_700_000_000L));
        Draft millis = draft(Map.of("ts", 1_700_000_000_000L));

        // Then
        assertThat(DraftYaml.of(seconds)).contains("value: \"timestamp(event.ts)\"");
        assertThat(DraftYaml.of(millis)).contains("value: \"timestamp(0) + duration(string(event.ts) + 'ms')\"");
    }

    @Test
    void saysSoIfNothingLooksLikeATime() {
        // When
        Draft draft = draft(Map.of("order_id", "o1"));

        // Then
        assertThat(DraftYaml.of(draft)).contains("time: no_time_yet", "looks like a time; name one");
    }

    @Test
    void namesFieldsOfObjectsAndOfOtherSpellings() {
        // When
        Draft draft = draft(Map.of("shipTo", Map.of("ZIP code", "8010")));

        // Then
        assertThat(DraftYaml.of(draft))
                .contains("ship_to_zip_code: { type: text, value: \"event.shipTo['ZIP code']\" }");
    }

    @Test
    void showsNoValues() {
        // When
        Draft draft = draft(
                Map.of("order_id", "secret-1", "note", "secret-2", "amount", 98765),
                Map.of("order_id", "secret-3", "note", "secret-4", "amount", 98766));

        // Then
        assertThat(DraftYaml.of(draft)).doesNotContain("secret", "9876");
    }

    @SafeVarargs
    private static Draft draft(Map<String, Object>... events) {
        List<SampledEvent> sampled = new ArrayList<>();
        for (Map<String, Object> event : events) {
            sampled.add(new SampledEvent(members(event), Map.of()));
        }
        return Drafting.of(List.of(new Sample("shop", new Origin.Lines(false), sampled, List.of(), 0)));
    }

    private static Map<String, Object> members(Map<?, ?> plain) {
        Map<String, Object> members = new HashMap<>();
        plain.forEach((name, value) -> members.put((String) name, tree(value)));
        return members;
    }

    private static Object tree(Object plain) {
        return switch (plain) {
            case String text -> new Scalar.Text(text);
            case Integer number -> new Scalar.Whole(number);
            case Long number -> new Scalar.Whole(number);
            case BigDecimal number -> new Scalar.Exact(number);
            case List<?> elements -> elements.stream().map(DraftingTest::tree).toList();
            case Map<?, ?> members -> members(members);
            default -> throw new IllegalArgumentException(plain.toString());
        };
    }
}
