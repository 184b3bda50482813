package dev.startide.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.LoaderLease;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeptLeaseTest {

    private static final long OURS = 7;
    private static final LoadSettings SETTINGS = new LoadSettings("rebuild", Duration.ofMillis(30), 1, 1, 1, 1);
    private static final Executor EACH_ITS_OWN_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);

    private final CountDownLatch prolongedThrice = new CountDownLatch(3);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void isProlongedWhileWorkGoesOn() {
        // Given
        KeptLease kept = kept(() -> {
            prolongedThrice.countDown();
            return OURS;
        });

        // When
        boolean done = kept.during(OURS, () -> isOver(prolongedThrice));

        // Then
        assertThat(done).isTrue();
    }

    @Test
    void isMissedAsSoonAsAnotherProcessHasIt() {
        // Given
        KeptLease kept = kept(() -> {
            prolongedThrice.countDown();
            return prolongedThrice.getCount() == 0 ? OURS + 1 : OURS;
        });

        // When
        StartideException lost =
                catchThrowableOfType(StartideException.class, () -> kept.during(OURS, () -> isOver(never)));

        // Then
        assertThat(lost.code()).isEqualTo(FailureCode.FENCED);
        never.countDown();
    }

    @Test
    void isNotProlongedForWorkThatHasUsedItButTheWorkEnds() {
        // Given
        CountDownLatch refused = new CountDownLatch(1);
        KeptLease kept = kept(() -> {
            prolongedThrice.countDown();
            if (prolongedThrice.getCount() == 0) {
                refused.countDown();
                throw StartideException.because(FailureCode.MODEL_CONFLICT, "Another model is live");
            }
            return OURS;
        });
        CountDownLatch done = new CountDownLatch(1);

        // When
        kept.untilItIsUsed(OURS, () -> {
            if (isOver(refused)) {
                done.countDown();
            }
        });

        // Then
        assertThat(done.getCount()).isZero();
    }

    @Test
    void letsThroughWhatTheWorkComplainsOf() {
        // Given
        KeptLease kept = kept(() -> OURS);

        // When
        StartideException complaint = catchThrowableOfType(
                StartideException.class,
                () -> kept.during(OURS, () -> {
                    throw StartideException.because(FailureCode.DATABASE_TIMEOUT, "It took too long");
                }));

        // Then
        assertThat(complaint.code()).isEqualTo(FailureCode.DATABASE_TIMEOUT);
    }

    private static KeptLease kept(Epochs epochs) {
        return new KeptLease(new ScriptedLease(epochs), SETTINGS, EACH_ITS_OWN_THREAD);
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @FunctionalInterface
    private interface Epochs {
        long next();
    }

    private record ScriptedLease(Epochs epochs) implements LoaderLease {

        @Override
        public OptionalLong acquire(String holder, Duration time) {
            return OptionalLong.of(epochs.next());
        }

        @Override
        public long takeOver(String holder, Duration time, Purpose purpose) {
            return epochs.next();
        }

        @Override
        public void release(String holder) {
            // nobody waits for it
        }
    }
}
