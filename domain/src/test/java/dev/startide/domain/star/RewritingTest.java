package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.Rewriting.Move;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Deletes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RewritingTest {

    @Test
    void keepsTheKeysOfVersionsThatBeginWhereTheyDid() {
        // Given
        var before = member(version(1, 0), version(2, 20));

        // When
        var rewriting = Rewriting.of(before, wanted(0, 20, 30), Deletes.CLOSE, new KeySequence(10));

        // Then
        assertThat(rewriting.after().versions()).extracting(MemberVersion::key).containsExactly(1L, 2L, 11L);
        assertThat(rewriting.moves()).containsExactly(new Move(2, 11, instant(30), MemberLayout.OPEN_END));
        assertThat(rewriting.gone()).isEmpty();
    }

    @Test
    void movesOnlyTheIntervalThatALateChangeSplitsOff() {
        // Given
        var before = member(version(1, 0), version(2, 20));

        // When
        var rewriting = Rewriting.of(before, wanted(0, 10, 20), Deletes.CLOSE, new KeySequence(10));

        // Then
        assertThat(rewriting.moves()).containsExactly(new Move(1, 11, instant(10), instant(20)));
    }

    @Test
    void letsAVersionThatBeginsElsewhereKeepItsKey() {
        // Given
        var before = member(version(1, 0), version(2, 20));

        // When
        var rewriting = Rewriting.of(before, wanted(0, 10), Deletes.CLOSE, new KeySequence(10));

        // Then
        assertThat(rewriting.after().versions()).extracting(MemberVersion::key).containsExactly(1L, 2L);
        assertThat(rewriting.moves()).containsExactly(new Move(1, 2, instant(10), instant(20)));
    }

    @Test
    void namesVersionsThatAreLeftOver() {
        // Given
        var before = member(version(1, 0), version(2, 20), version(3, 30));

        // When
        var rewriting = Rewriting.of(before, wanted(0), Deletes.CLOSE, new KeySequence(10));

        // Then
        assertThat(rewriting.gone()).containsExactly(2L, 3L);
        assertThat(rewriting.moves())
                .containsExactly(
                        new Move(2, 1, instant(20), instant(30)), new Move(3, 1, instant(30), MemberLayout.OPEN_END));
    }

    @Test
    void movesEveryFactToTheVersionThatHoldsAtItsTime() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var before = member(random);
            var rewriting = Rewriting.of(before, wanted(starts(random)), Deletes.CLOSE, new KeySequence(100));

            for (int second = 0; second < 12; second++) {
                Instant time = instant(second);
                long key = before.asOf(time).key();
                for (Move move : rewriting.moves()) {
                    if (move.oldVersion() == key && !time.isBefore(move.from()) && time.isBefore(move.until())) {
                        key = move.newVersion();
                        break;
                    }
                }
                assertThat(key)
                        .as("seed %d at %d", seed, second)
                        .isEqualTo(rewriting.after().asOf(time).key());
            }
        }
    }

    @Test
    void turnsFactsWhereAVersionKeepsItsKeyAndIsOtherwise() {
        // Given
        var before = member(version(1, 0, "low"), version(2, 20, "high"));
        var after = member(version(1, 0, "low"), version(2, 20, "middle"));

        // When
        var turns = Rewriting.turns(before, after);

        // Then
        assertThat(turns).extracting(RewritingTest::asText).containsExactly("2 to 2 from 20 middle");
        assertThat(turns.getFirst().until()).isEqualTo(MemberLayout.OPEN_END);
    }

    @Test
    void turnsFactsWhereAnotherVersionSaysTheSame() {
        // Given
        var before = member(version(1, 0, "low"), version(2, 20, "high"));
        var after = member(version(1, 0, "low"), version(3, 10, "high"));

        // When
        var turns = Rewriting.turns(before, after);

        // Then
        assertThat(turns)
                .extracting(RewritingTest::asText)
                .containsExactly("1 to 3 from 10 high", "2 to 3 from 20 high");
        assertThat(turns.getFirst().until()).isEqualTo(instant(20));
    }

    @Test
    void turnsNothingWhereNothingIsOtherwise() {
        assertThat(Rewriting.turns(member(version(1, 0), version(2, 20)), member(version(1, 0), version(2, 20))))
                .isEmpty();
    }

    private static String asText(Rewriting.Turn turn) {
        return "%d to %d from %d %s"
                .formatted(turn.oldVersion(), turn.newVersion(), turn.from().getEpochSecond(), turn.attributes()[0]);
    }

    private static Member member(SplittableRandom random) {
        List<MemberVersion> versions = new ArrayList<>();
        for (int start : starts(random)) {
            versions.add(version(versions.size() + 1, start));
        }
        return member(versions.toArray(MemberVersion[]::new));
    }

    private static int[] starts(SplittableRandom random) {
        var starts = new TreeSet<Integer>(List.of(0));
        for (int count = random.nextInt(4); count > 0; count--) {
            starts.add(1 + random.nextInt(10));
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Member member(MemberVersion... versions) {
        return new Member(7, Key.of("c1"), Member.Standing.STATED, List.of(versions));
    }

    private static MemberVersion version(long key, int second) {
        return version(key, second, "v" + second);
    }

    private static MemberVersion version(long key, int second, String value) {
        return new MemberVersion(key, instant(second), MemberLayout.OPEN_END, new Object[] {value});
    }

    private static List<Version> wanted(int... seconds) {
        List<Version> versions = new ArrayList<>();
        for (int second : seconds) {
            versions.add(new Version(instant(second), new Object[] {"v" + second}));
        }
        return versions;
    }

    /// Second 0 stands for the beginning of time, where every first version begins.
    private static Instant instant(int second) {
        return second == 0 ? MemberLayout.OPEN_START : Instant.ofEpochSecond(second);
    }
}
