package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.testkit.ModelText;
import dev.startide.domain.timeline.Life;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An account shows the version of its owner, and its branch as such.
class CascadeTest {

    private static final WarehouseModel MODEL = ModelText.model("""
            version: 1
            name: bank
            sources:
              masters:
                file:
                  format: json
            events:
              account_told:
                source: masters
                time: told_at
                fields:
                  account_id: text
                  owner_id: text
                  branch_id: text
                  tier: int
                  told_at: timestamptz
              owner_told:
                source: masters
                time: told_at
                fields:
                  owner_id: text
                  city: text
                  told_at: timestamptz
              branch_told:
                source: masters
                time: told_at
                fields:
                  branch_id: text
                  street: text
                  told_at: timestamptz
            entities:
              account:
                from: account_told
                key: account_id
              owner:
                from: owner_told
                key: owner_id
              branch:
                from: branch_told
                key: branch_id
            dimensions:
              owner:
                of: owner
                attributes:
                  city: 2
              branch:
                of: branch
                attributes:
                  street: 2
              account:
                of: account
                attributes:
                  tier: 2
                references:
                  held_by:
                    dimension: owner
                    key: owner_id
                    as: version
                  kept_at:
                    dimension: branch
                    key: branch_id
            """);
    private static final DimensionName OWNER = new DimensionName("owner");
    private static final DimensionName BRANCH = new DimensionName("branch");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final Cascade cascade = new Cascade(
            WarehouseLayout.of(MODEL).members().stream()
                    .filter(layout -> layout.dimension().name().value().equals("account"))
                    .findFirst()
                    .orElseThrow(),
            MODEL.entities().getFirst());

    @Test
    void splitsAVersionWhereOneBeginsThatItShows() {
        // Given
        List<Version> own = List.of(version(MemberLayout.OPEN_START, 1, "o1", "b1"), version(APRIL, 2, "o1", "b1"));

        // When
        List<Version> shown = cascade.shown(own, CascadeTest::member);

        // Then
        assertThat(shown)
                .extracting(Version::from, version -> Arrays.asList(version.attributes()))
                .containsExactly(
                        tuple(MemberLayout.OPEN_START, 1, "o1", 10L, 7L, "b1", 8L),
                        tuple(MARCH, 1, "o1", 20L, 7L, "b1", 8L),
                        tuple(APRIL, 2, "o1", 20L, 7L, "b1", 8L));
    }

    @Test
    void doesNotSplitAVersionThatBeginsLater() {
        // Given
        List<Version> own = List.of(version(MemberLayout.OPEN_START, 1, null, "b1"), version(APRIL, 1, "o1", "b1"));

        // When
        List<Version> shown = cascade.shown(own, CascadeTest::member);

        // Then
        assertThat(shown).extracting(Version::from).containsExactly(MemberLayout.OPEN_START, APRIL);
        assertThat(shown.getFirst().attributes()).containsExactly(1, null, -1L, -1L, "b1", 8L);
    }

    @Test
    void readsTheOwnVersionsOffThoseThatAreShown() {
        // Given
        List<Version> own = List.of(
                version(MemberLayout.OPEN_START, 1, "o1", "b1"),
                new Version(APRIL, Life.GONE, new Object[] {1, Key.of("o1"), Key.of("b1")}));

        // When
        List<Version> read = cascade.own(cascade.shown(own, CascadeTest::member));

        // Then
        assertThat(read)
                .extracting(Version::from, Version::life, version -> Arrays.asList(version.attributes()))
                .containsExactly(
                        Tuple.tuple(MemberLayout.OPEN_START, Life.ALIVE, List.of(1, Key.of("o1"), Key.of("b1"))),
                        Tuple.tuple(APRIL, Life.GONE, List.of(1, Key.of("o1"), Key.of("b1"))));
    }

    @Test
    void keepsAnOwnVersionThatDiffersInAReferenceAlone() {
        // Given
        List<Version> own = List.of(version(MemberLayout.OPEN_START, 1, "o1", "b1"), version(APRIL, 1, "o1", "b2"));

        // When
        List<Version> read = cascade.own(cascade.shown(own, CascadeTest::member));

        // Then
        assertThat(read).extracting(Version::from).containsExactly(MemberLayout.OPEN_START, APRIL);
    }

    @Test
    void addsWhatAChangeSaysOfEachReference() {
        // When
        @Nullable Object[] said = cascade.said(new Object[] {1}, Key.of("a1"), entityValues("o1", Unsaid.UNSAID));

        // Then
        assertThat(said).containsExactly(1, Key.of("o1"), Unsaid.UNSAID);
        assertThat(cascade.shown()).containsExactly(Shown.VALID, Shown.VALID);
    }

    @Test
    void pointsAtTheUnknownWhereNothingWasSaid() {
        assertThat(cascade.unsaid()).containsExactly(null, null, -1L, -1L, null, -1L);
    }

    @Test
    void knowsToWhichDimensionsItRefers() {
        assertThat(cascade.refersTo(OWNER)).isTrue();
        assertThat(cascade.refersTo(BRANCH)).isTrue();
        assertThat(cascade.refersTo(new DimensionName("account"))).isFalse();
    }

    @Test
    void meetsEveryMemberThatAChangeNames() {
        // Given
        List<String> met = new ArrayList<>();

        // When
        cascade.meet(Key.of("a1"), entityValues("o1", null), (dimension, key) -> {
            met.add(dimension + " " + key.part(0));
            return member(dimension, key);
        });

        // Then
        assertThat(met).containsExactly("owner o1");
    }

    @Test
    void collectsTheKeysOfOneDimension() {
        // Given
        Set<Key> said = new HashSet<>();
        Set<Key> shown = new HashSet<>();
        List<Version> versions = cascade.shown(
                List.of(version(MemberLayout.OPEN_START, 1, "o1", "b1"), version(FEBRUARY, 1, null, "b2")),
                CascadeTest::member);

        // When
        cascade.collect(Key.of("a1"), entityValues("o1", "b1"), BRANCH, said);
        cascade.collect(
                versions.stream()
                        .map(version ->
                                new MemberVersion(1, version.from(), MemberLayout.OPEN_END, version.attributes()))
                        .toList(),
                OWNER,
                shown);

        // Then
        assertThat(said).containsExactly(Key.of("b1"));
        assertThat(shown).containsExactly(Key.of("o1"));
    }

    /// An owner has two versions, a branch has as well, but accounts do not show them.
    private static Member member(DimensionName dimension, Key key) {
        long durable = dimension.equals(OWNER) ? 7 : 8;
        Instant split = dimension.equals(OWNER) ? MARCH : FEBRUARY;
        return new Member(
                durable,
                key,
                Member.Standing.STATED,
                List.of(
                        new MemberVersion(10, MemberLayout.OPEN_START, split, new Object[] {"a"}),
                        new MemberVersion(20, split, MemberLayout.OPEN_END, new Object[] {"b"})));
    }

    private static Version version(Instant from, int tier, @Nullable String owner, @Nullable String branch) {
        return new Version(
                from,
                new Object[] {tier, owner == null ? null : Key.of(owner), branch == null ? null : Key.of(branch)});
    }

    private static Tuple tuple(Instant from, Object... attributes) {
        return Tuple.tuple(from, Arrays.asList(attributes));
    }

    /// What a change says of the entity's attributes, in their order.
    private static @Nullable Object[] entityValues(@Nullable Object owner, @Nullable Object branch) {
        return MODEL.entities().getFirst().attributes().stream()
                .map(attribute -> switch (attribute.name().value()) {
                    case "owner_id" -> owner;
                    case "branch_id" -> branch;
                    default -> Unsaid.UNSAID;
                })
                .toArray();
    }
}
