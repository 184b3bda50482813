package dev.startide.domain.star;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Unsaid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which changes of an instant can be forgotten: of the attributes `plain`, `first` (whose first
/// value counts) and `part` (of a key of several parts).
class CompactionTest {

    private static final Compaction COMPACTION =
            new Compaction(new boolean[] {false, true, false}, new boolean[] {false, false, true});
    private static final Object NO = Unsaid.UNSAID;

    private final List<StoredChange> changes = new ArrayList<>();

    @Test
    void forgetsWhatIsSaidAgainOfTheSameInstant() {
        // Given
        said(1, "a", NO, NO);
        said(1, "b", NO, NO);

        // Then
        assertThat(superfluous()).containsExactly(0L);
    }

    @Test
    void keepsWhatIsSaidOfAnotherInstant() {
        // Given
        said(1, "a", NO, NO);
        said(2, "b", NO, NO);

        // Then
        assertThat(superfluous()).isEmpty();
    }

    @Test
    void keepsWhatIsNotSaidAgain() {
        // Given
        said(1, "a", NO, NO);
        said(1, NO, null, NO);

        // Then
        assertThat(superfluous()).isEmpty();
    }

    @Test
    void keepsAValueThatMayBeTheFirst() {
        // Given
        said(1, NO, "v", NO);
        said(1, NO, "w", NO);

        // Then
        assertThat(superfluous()).isEmpty();
    }

    @Test
    void forgetsAValueThatIsNotTheFirstOfItsInstant() {
        // Given
        said(1, NO, "v", NO);
        said(1, NO, "w", NO);
        said(1, NO, "x", NO);

        // Then
        assertThat(superfluous()).containsExactly(1L);
    }

    @Test
    void forgetsThatThereWasNoFirstValue() {
        // Given
        said(1, NO, null, NO);
        said(1, NO, "v", NO);

        // Then
        assertThat(superfluous()).containsExactly(0L);
    }

    @Test
    void doesNotTakeNullOrNothingForAFirstValue() {
        // Given
        said(1, NO, null, NO);
        said(1, "a", NO, NO);
        said(1, NO, "v", NO);
        said(1, "b", "w", NO);

        // Then
        assertThat(superfluous()).containsExactly(0L, 1L);
    }

    @Test
    void countsFirstValuesOfTheSameInstantOnly() {
        // Given
        said(1, NO, "v", NO);
        said(2, NO, "w", NO);
        said(2, NO, "x", NO);

        // Then
        assertThat(superfluous()).isEmpty();
    }

    @Test
    void keepsAPartOfAKey() {
        // Given
        said(1, NO, NO, "p");
        said(1, NO, NO, "q");

        // Then
        assertThat(superfluous()).isEmpty();
    }

    @Test
    void forgetsThatItWasGoneIfThatIsTakenBackInTheSameInstant() {
        // Given
        gone(1);
        said(1, "a", NO, NO);

        // Then
        assertThat(superfluous()).containsExactly(0L);
    }

    @Test
    void keepsThatItIsGoneAndWhatWasSaidInThatInstant() {
        // Given
        said(1, NO, NO, NO);
        gone(1);
        gone(2);

        // Then
        assertThat(superfluous()).isEmpty();
    }

    private List<Long> superfluous() {
        Set<ChangeOrder> found = COMPACTION.superfluous(changes);
        return found.stream().map(ChangeOrder::sequence).sorted().toList();
    }

    private void said(int second, @Nullable Object... attributes) {
        changes.add(new StoredChange(order(second), ChangeKind.STATED, attributes));
    }

    private void gone(int second) {
        changes.add(new StoredChange(order(second), ChangeKind.GONE, Unsaid.nothing(3)));
    }

    /// The sequence is the index in the order in which it was said.
    private ChangeOrder order(int second) {
        return new ChangeOrder(Instant.ofEpochSecond(second), changes.size(), new EventDigest(1, changes.size()));
    }
}
