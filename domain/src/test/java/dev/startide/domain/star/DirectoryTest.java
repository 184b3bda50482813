package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.EntityName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is remembered between batches, and what a batch asks for.
class DirectoryTest {

    private static final DimensionName CUSTOMER = new DimensionName("customer");
    private static final DimensionName DATE = new DimensionName("date");
    private static final EntityName CUSTOMERS = new EntityName("customer");
    private static final EntityName LINES = new EntityName("line");
    private static final Key ONE = Key.of("k1");
    private static final Key OTHER = Key.of("k2");
    private static final Object[] NOTHING = {};
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Directory directory =
            new Directory(Everything.LAYOUT, 1, Map.of(CUSTOMER, new KeySequence(41)), Map.of(DATE, Set.of(DAY)));

    @Test
    void asksForMembersThatItDoesNotKnow() {
        assertThat(directory.open().recallMembers(CUSTOMER, List.of(ONE, OTHER)))
                .containsExactlyInAnyOrder(ONE, OTHER);
    }

    @Test
    void remembersMembersOfABatchThatWasCommitted() {
        // Given
        Workspace batch = directory.open();
        batch.setMember(CUSTOMER, member(ONE));

        // When
        Workspace before = directory.open();
        Set<Key> missingBefore = before.recallMembers(CUSTOMER, List.of(ONE));
        directory.keep(batch);
        Workspace after = directory.open();
        Set<Key> missingAfter = after.recallMembers(CUSTOMER, List.of(ONE));

        // Then
        assertThat(missingBefore).containsExactly(ONE);
        assertThat(missingAfter).isEmpty();
        assertThat(after.member(CUSTOMER, ONE)).contains(member(ONE));
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        // Given
        Workspace batch = directory.open();
        batch.setMember(CUSTOMER, member(ONE));
        directory.keep(batch);
        Workspace next = directory.open();
        next.setMember(CUSTOMER, member(OTHER));

        // When
        directory.keep(next);

        // Then
        assertThat(directory.open().recallMembers(CUSTOMER, List.of(ONE, OTHER)))
                .containsExactly(ONE);
    }

    @Test
    void remembersEntitiesAsTheyWere() {
        // Given
        Workspace batch = directory.open();
        batch.setEntity(CUSTOMERS, ONE, new EntityState(Register.empty(1), EntityState.Row.STORED));
        directory.keep(batch);
        Workspace next = directory.open();

        // When
        Set<Key> missing = next.recallEntities(CUSTOMERS, List.of(ONE));
        next.entity(CUSTOMERS, ONE).register().accept(order(), new Object[] {"new"}, nowhere());
        Workspace third = directory.open();
        third.recallEntities(CUSTOMERS, List.of(ONE));

        // Then
        assertThat(missing).isEmpty();
        assertThat(third.entity(CUSTOMERS, ONE).register().value(0)).isNull();
    }

    @Test
    void doesNotRememberEntitiesThatNothingRefersTo() {
        // Given
        Workspace batch = directory.open();
        batch.setEntity(LINES, ONE, new EntityState(Register.empty(1), EntityState.Row.STORED));

        // When
        directory.keep(batch);

        // Then
        assertThat(directory.open().recallEntities(LINES, List.of(ONE))).containsExactly(ONE);
    }

    @Test
    void needsADayOnce() {
        // Given
        Workspace batch = directory.open();
        LocalDate newDay = DAY.plusDays(1);

        // When
        boolean known = batch.needsDay(DATE, DAY);
        boolean first = batch.needsDay(DATE, newDay);
        boolean again = batch.needsDay(DATE, newDay);
        directory.keep(batch);

        // Then
        assertThat(known).isFalse();
        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(directory.open().needsDay(DATE, newDay)).isFalse();
    }

    @Test
    void goesOnWithTheKeysOfADimension() {
        assertThat(directory.open().sequence(CUSTOMER).next()).isEqualTo(42);
        assertThat(directory.open().sequence(CUSTOMER).next()).isEqualTo(43);
    }

    @Test
    void refusesWhatTheModelDoesNotHaveAndWhatWasNotAskedFor() {
        Workspace batch = directory.open();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.recallMembers(new DimensionName("nobody"), List.of(ONE)));
        assertThatIllegalStateException().isThrownBy(() -> batch.entity(CUSTOMERS, ONE));
    }

    private static Member member(Key key) {
        return new Member(
                7,
                key,
                Member.Standing.INFERRED,
                List.of(new MemberVersion(8, MemberLayout.OPEN_START, MemberLayout.OPEN_END, NOTHING)));
    }

    private static ChangeOrder order() {
        return new ChangeOrder(Instant.EPOCH, 1, new EventDigest(1, 1));
    }

    private static LanePosition nowhere() {
        return new LanePosition(new LaneId(1), 1);
    }
}
