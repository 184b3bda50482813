package dev.startide.domain.normalize;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.person.People;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of events that say themselves whether something is there or gone.
class FollowedChangesTest {

    private static final EntityName PERSON = new EntityName("person");
    private static final FactName VISIT = new FactName("visit");

    @Test
    void tellsHowAnEntityIs() {
        // When
        BatchChanges changes = normalized(Feed.Effect.FOLLOWS, said().with("city", "Graz"));

        // Then
        assertThat(changes.of(PERSON).values().stream().flatMap(Collection::stream))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(ChangeKind.STATED);
                    assertThat(change.attributes()).contains("Graz");
                });
    }

    @Test
    void tellsThatAnEntityIsGone() {
        // When
        BatchChanges changes = normalized(Feed.Effect.FOLLOWS, said().gone());

        // Then
        assertThat(changes.of(PERSON).values().stream().flatMap(Collection::stream))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(ChangeKind.GONE);
                    assertThat(change.attributes()).containsOnly(Unsaid.UNSAID);
                });
    }

    @Test
    void tellsThatAFactIsGone() {
        // When
        BatchChanges changes = normalized(Feed.Effect.FOLLOWS, visit().gone());

        // Then
        assertThat(changes.of(VISIT).values().stream().flatMap(Collection::stream))
                .extracting(FactChange::kind)
                .containsExactly(ChangeKind.GONE);
    }

    @Test
    void aFactThatStaysHearsNothingOfAnEnd() {
        // When
        BatchChanges changes = normalized(Feed.Effect.STATES, visit().gone());

        // Then
        assertThat(changes.of(VISIT)).isEmpty();
    }

    private static BatchChanges normalized(Feed.Effect effect, TypedEventBuilder event) {
        WarehouseModel people = People.MODEL;
        WarehouseModel model = new WarehouseModel(
                people.name(),
                people.description(),
                people.timeZone(),
                people.sources(),
                people.events(),
                people.entities(),
                people.dimensions(),
                people.facts(),
                people.marts(),
                List.of(new Feed<>(
                        PERSON, new EventName("person_said"), new Feed.Scope.WholeEvent(), Feed.Effect.FOLLOWS)),
                List.of(new Feed<>(VISIT, new EventName("visited"), new Feed.Scope.WholeEvent(), effect)));
        return new Normalizer(model).normalize(List.of(event.build()));
    }

    private static TypedEventBuilder said() {
        return anEventOf(People.MODEL, "person_said").with("person_id", "p-1").at("2026-03-01T00:00:00Z");
    }

    private static TypedEventBuilder visit() {
        return anEventOf(People.MODEL, "visited").with("visit_id", "v-1").at("2026-03-01T00:00:00Z");
    }
}
