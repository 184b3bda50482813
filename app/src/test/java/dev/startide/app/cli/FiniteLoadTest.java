package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quarantine.PausedSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FiniteLoadTest {

    private static final LoadStep.Loaded BATCH = new LoadStep.Loaded(3, 2, 1, 0, 5);

    @Test
    void loadsUntilNothingIsLeftAndGivesUpTheRightToLoad() {
        // Given
        Steps steps = new Steps(BATCH, BATCH, new LoadStep.Idle());

        // When
        FiniteLoad.Result result = new FiniteLoad(steps, all -> {}).run();

        // Then
        assertThat(result).isEqualTo(new FiniteLoad.Result(BATCH.plus(BATCH), false));
        assertThat(steps.isReleased).isTrue();
    }

    @Test
    void tellsThatAnotherProcessHoldsTheRightToLoad() {
        // Given
        Steps steps = new Steps(new LoadStep.StandingBy());

        // When
        FiniteLoad.Result result = new FiniteLoad(steps, all -> {}).run();

        // Then
        assertThat(result.isElsewhere()).isTrue();
    }

    @Test
    void closingWaitsUntilTheRightToLoadIsGivenUp() throws InterruptedException {
        // Given
        Steps steps = new Steps(BATCH);
        FiniteLoad load = new FiniteLoad(steps, all -> {});
        steps.isEndless = true;
        Thread loading = Thread.ofPlatform().start(load::run);
        while (steps.asked.get() < 2) {
            Thread.onSpinWait();
        }

        // When
        load.close();

        // Then
        assertThat(steps.isReleased).isTrue();
        loading.join();
    }

    private static final class Steps implements LoadWarehouse {

        private final Queue<LoadStep> next;
        private volatile boolean isEndless;
        private volatile boolean isReleased;
        private final AtomicInteger asked = new AtomicInteger();

        Steps(LoadStep... steps) {
            this.next = new ArrayDeque<>(List.of(steps));
        }

        @Override
        public LoadStep loadNext() {
            asked.incrementAndGet();
            return isEndless ? next.element() : next.remove();
        }

        @Override
        public LoadStep retryNext() {
            return loadNext();
        }

        @Override
        public List<PausedSource> paused() {
            return List.of();
        }

        @Override
        public void release() {
            isReleased = true;
        }
    }
}
