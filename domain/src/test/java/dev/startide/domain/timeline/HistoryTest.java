package dev.startide.domain.timeline;

import static dev.startide.warehouse.star.Shown.FIRST;
import static dev.startide.warehouse.star.Shown.LATEST;
import static dev.startide.warehouse.star.Shown.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.star.Shown;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    /// Signed up with, e-mail, segment.
    private static final List<Shown> POLICIES = List.of(FIRST, LATEST, VALID);

    @Test
    void opensTheFirstVersionToThePast() {
        // When
        var history = History.of(POLICIES, List.of(said(10, "web", "a@x", "new")));

        // Then
        assertThat(told(history)).containsExactly("1900-01-01T00:00:00Z [web, a@x, new]");
    }

    @Test
    void beginsAVersionWhereAVersionedAttributeChanges() {
        // When
        var history = History.of(POLICIES, List.of(said(10, "web", "a@x", "new"), said(20, "web", "a@x", "vip")));

        // Then
        assertThat(told(history))
                .containsExactly("1900-01-01T00:00:00Z [web, a@x, new]", "1970-01-01T00:00:20Z [web, a@x, vip]");
    }

    @Test
    void showsTheLatestOfWhatIsOverwrittenInEveryVersion() {
        // When
        var history = History.of(POLICIES, List.of(said(10, "web", "a@x", "new"), said(20, "web", "b@x", "vip")));

        // Then
        assertThat(told(history))
                .containsExactly("1900-01-01T00:00:00Z [web, b@x, new]", "1970-01-01T00:00:20Z [web, b@x, vip]");
    }

    @Test
    void keepsTheFirstValueByEventTimeAlthoughItArrivesLast() {
        // When
        var history = History.of(POLICIES, List.of(said(20, "shop", "a@x", "new"), said(10, "web", "a@x", "new")));

        // Then
        assertThat(told(history)).containsExactly("1900-01-01T00:00:00Z [web, a@x, new]");
    }

    @Test
    void beginsNoVersionWhereNothingVersionedChanges() {
        // When
        var history = History.of(POLICIES, List.of(said(10, "web", "a@x", "new"), said(20, "web", "a@x", "new")));

        // Then
        assertThat(history).hasSize(1);
    }

    @Test
    void returnsToAnEarlierValueInAVersionOfItsOwn() {
        // When
        var history = History.of(
                POLICIES,
                List.of(said(10, "web", "a@x", "new"), said(20, "web", "a@x", "vip"), said(30, "web", "a@x", "new")));

        // Then
        assertThat(told(history))
                .containsExactly(
                        "1900-01-01T00:00:00Z [web, a@x, new]",
                        "1970-01-01T00:00:20Z [web, a@x, vip]",
                        "1970-01-01T00:00:30Z [web, a@x, new]");
    }

    @Test
    void takesWhatWasSaidAtOneInstantAsAWhole() {
        // When
        var history = History.of(
                POLICIES,
                List.of(
                        said(10, "web", "a@x", "new"),
                        saidInSequence(20, 1, "web", "a@x", "vip"),
                        saidInSequence(20, 2, "web", "a@x", "new")));

        // Then
        assertThat(history).hasSize(1);
    }

    @Test
    void leavesWhatAStatementDoesNotSpeakOf() {
        // When
        var history = History.of(
                POLICIES, List.of(said(10, "web", "a@x", "new"), said(20, Unsaid.UNSAID, "b@x", Unsaid.UNSAID)));

        // Then
        assertThat(told(history)).containsExactly("1900-01-01T00:00:00Z [web, b@x, new]");
    }

    @Test
    void tellsNullFromUnsaid() {
        // When
        var history = History.of(POLICIES, List.of(said(10, "web", "a@x", "new"), said(20, "web", null, null)));

        // Then
        assertThat(told(history))
                .containsExactly("1900-01-01T00:00:00Z [web, null, new]", "1970-01-01T00:00:20Z [web, null, null]");
    }

    private static Statement said(int second, Object... attributes) {
        return saidInSequence(second, 0, attributes);
    }

    private static Statement saidInSequence(int second, long sequence, Object... attributes) {
        return new Statement(
                new ChangeOrder(Instant.ofEpochSecond(second), sequence, new EventDigest(0, second)), attributes);
    }

    private static List<String> told(List<Version> history) {
        return history.stream()
                .map(version -> version.from() + " " + Arrays.toString(version.attributes()))
                .toList();
    }
}
