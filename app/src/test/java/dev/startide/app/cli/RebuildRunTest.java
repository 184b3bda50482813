package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.inbound.RebuildTables;
import dev.startide.domain.rebuild.Comparison;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.RebuildStep;
import dev.startide.domain.rebuild.Verdict;
import dev.startide.domain.rebuild.Wish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebuildRunTest {

    private static final RebuildOutcome SWAPPED =
            new RebuildOutcome(new Comparison(List.of(), List.of()), new Verdict.Swap());

    private final List<Long> shown = new ArrayList<>();

    @Test
    void finishesOnceItHasCaughtUpAndGivesUpTheRightToRebuild() {
        // Given
        Steps steps =
                new Steps(new RebuildStep.Loaded(1, 3), new RebuildStep.Loaded(2, 3), new RebuildStep.CaughtUp(3));

        // When
        RebuildRun.Result result = run(steps);

        // Then
        assertThat(result).isEqualTo(new RebuildRun.Result.Finished(SWAPPED));
        assertThat(shown).containsExactly(1L, 2L);
        assertThat(steps.isReleased).isTrue();
    }

    @Test
    void endsWhenSomebodyHasAskedToPause() {
        // Given
        Steps steps = new Steps(new RebuildStep.Loaded(1, 3), new RebuildStep.Paused());

        // When
        RebuildRun.Result result = run(steps);

        // Then
        assertThat(result).isEqualTo(new RebuildRun.Result.Stopped());
        assertThat(steps.isReleased).isTrue();
    }

    @Test
    void doesNothingOnceItIsClosed() {
        // Given
        Steps steps = new Steps(new RebuildStep.CaughtUp(3));
        RebuildRun run = new RebuildRun(steps, _ -> {});
        run.close();

        // When
        RebuildRun.Result result = run.run(OnDifference.KEEP_LIVE);

        // Then
        assertThat(result).isEqualTo(new RebuildRun.Result.Stopped());
        assertThat(steps.next).hasSize(1);
    }

    private RebuildRun.Result run(Steps steps) {
        return new RebuildRun(steps, step -> shown.add(step.done())).run(OnDifference.KEEP_LIVE);
    }

    private static final class Steps implements RebuildTables {

        private final Queue<RebuildStep> next;
        private boolean isReleased;

        Steps(RebuildStep... steps) {
            this.next = new ArrayDeque<>(List.of(steps));
        }

        @Override
        public RebuildStanding standing() {
            return new RebuildStanding.None();
        }

        @Override
        public RebuildStanding.Building begin(Wish wish) {
            return new RebuildStanding.Building(new RebuildScope(RebuildScope.Extent.EVERYTHING, Set.of()));
        }

        @Override
        public RebuildStanding.Building beginWithWhatIsLeft(Wish wish) {
            return begin(wish);
        }

        @Override
        public RebuildStanding.Building resume() {
            return begin(new Wish.Everything());
        }

        @Override
        public RebuildStep loadNext() {
            return next.remove();
        }

        @Override
        public RebuildOutcome finish(OnDifference policy) {
            return SWAPPED;
        }

        @Override
        public void pause() {
            next.add(new RebuildStep.Paused());
        }

        @Override
        public void release() {
            isReleased = true;
        }

        @Override
        public void confirm() {
            // nothing was kept
        }

        @Override
        public void revert() {
            // nothing was kept
        }

        @Override
        public void discard() {
            next.clear();
        }
    }
}
