package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.testkit.person.People;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From which instant on stored changes are needed: of a person who moved twice.
class LateStartTest {

    private static final LanePosition HERE = new LanePosition(new LaneId(1), 1);
    private static final int WIDTH = Lives.PERSON.attributes().size();
    private static final List<EntityChange> LIFE = List.of(first(10), said(30, "city", "b"), said(50, "city", "c"));

    @Test
    void isTheFirstInstantThatIsSpokenOfLate() {
        assertThat(since(said(47, "city", "x"), said(40, "city", "y"), said(60, "city", "z")))
                .contains(Instant.ofEpochSecond(40));
    }

    @Test
    void isTheLatestInstantIfItIsSpokenOfAgain() {
        assertThat(since(said(50, "city", "x"))).contains(Instant.ofEpochSecond(50));
    }

    @Test
    void isNoneIfEverythingIsNew() {
        assertThat(since(said(51, "city", "x"))).isEmpty();
    }

    @Test
    void isTheBeginningIfNothingButTheFirstVersionIsOlder() {
        assertThat(since(said(20, "city", "x"))).contains(MemberLayout.OPEN_START);
    }

    @Test
    void isTheBeginningIfTheMemberIsUnheardOf() {
        // When
        Optional<Instant> since = since(Deletes.CLOSE, List.of(), null, said(40, "city", "x"));

        // Then
        assertThat(since).contains(MemberLayout.OPEN_START);
    }

    @Test
    void isTheBeginningIfTheMemberWasInferred() {
        // Given
        Member inferred = new Member(
                1,
                Lives.WHO,
                Member.Standing.INFERRED,
                Lives.member(dimension(Deletes.CLOSE), told(Deletes.CLOSE, LIFE))
                        .versions());

        // When
        Optional<Instant> since = since(Deletes.CLOSE, LIFE, inferred, said(60, "city", "x"));

        // Then
        assertThat(since).contains(MemberLayout.OPEN_START);
    }

    @Test
    void isTheBeginningIfAnotherValueMayBeTheFirst() {
        assertThat(since(said(40, "origin", "other"))).contains(MemberLayout.OPEN_START);
        assertThat(since(said(40, "city", "x"), said(45, "origin", "other"))).contains(MemberLayout.OPEN_START);
    }

    @Test
    void doesNotMindTheFirstValueOrNoneSaidAgain() {
        assertThat(since(said(40, "origin", "a"))).contains(Instant.ofEpochSecond(40));
        assertThat(since(said(40, "origin", null))).contains(Instant.ofEpochSecond(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "other"})
    void isTheBeginningIfAnotherValueMayComeBeforeTheLast(String team) {
        assertThat(since(said(40, "team", team))).contains(MemberLayout.OPEN_START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "city", "rank"})
    void doesNotMindWhatIsOverwrittenOrVersioned(String attribute) {
        assertThat(since(said(40, attribute, "other"))).contains(Instant.ofEpochSecond(40));
    }

    @Test
    void doesNotMindThatTheMemberWentLate() {
        assertThat(since(gone(40))).contains(Instant.ofEpochSecond(40));
    }

    @ParameterizedTest
    @EnumSource(Deletes.class)
    void isTheBeginningIfVersionsDoNotShowWhatWasSaidWhenTheMemberWent(Deletes deletes) {
        // Given
        List<EntityChange> life = List.of(first(10), said(20, "city", "b"), gone(30), said(50, "city", "c"));

        // When
        Optional<Instant> since = since(deletes, life, member(deletes, life), said(40, "city", "x"));

        // Then
        assertThat(since)
                .contains(
                        switch (deletes) {
                            case CLOSE -> MemberLayout.OPEN_START;
                            case FLAG, IGNORE -> Instant.ofEpochSecond(40);
                        });
    }

    private static Optional<Instant> since(EntityChange... arriving) {
        return since(Deletes.CLOSE, LIFE, member(Deletes.CLOSE, LIFE), arriving);
    }

    private static Optional<Instant> since(
            Deletes deletes, List<EntityChange> life, @Nullable Member known, EntityChange... arriving) {
        Dimension.Members dimension = dimension(deletes);
        Workspace workspace = new Directory(People.LAYOUT, 1, Map.of(), Map.of()).open();
        workspace.recallMembers(dimension.name(), Set.of());
        if (known != null) {
            workspace.setMember(dimension.name(), known);
        }
        Register register = Lives.register(life);
        return new LateStart(dimension, Lives.PERSON).of(Lives.WHO, List.of(arriving), register, workspace);
    }

    private static Member member(Deletes deletes, List<EntityChange> life) {
        return Lives.member(dimension(deletes), told(deletes, life));
    }

    private static List<Version> told(Deletes deletes, List<EntityChange> life) {
        return Lives.told(new MemberColumns(dimension(deletes), Lives.PERSON), Lives.stored(life));
    }

    private static Dimension.Members dimension(Deletes deletes) {
        return Lives.DIMENSIONS.stream()
                .filter(dimension -> dimension.deletes() == deletes)
                .findFirst()
                .orElseThrow();
    }

    private static EntityChange first(int second) {
        return new EntityChange(
                Lives.WHO,
                order(second),
                Stream.generate(() -> "a").limit(WIDTH).toArray(),
                HERE);
    }

    private static EntityChange said(int second, String attribute, @Nullable Object value) {
        @Nullable Object[] attributes = new Object[WIDTH];
        Arrays.fill(attributes, Unsaid.UNSAID);
        attributes[Lives.PERSON.attributeAt(new ColumnName(attribute))] = value;
        return new EntityChange(Lives.WHO, order(second), attributes, HERE);
    }

    private static EntityChange gone(int second) {
        return EntityChange.gone(Lives.WHO, order(second), WIDTH, HERE);
    }

    private static ChangeOrder order(int second) {
        return new ChangeOrder(Instant.ofEpochSecond(second), 0, new EventDigest(second, second));
    }
}
