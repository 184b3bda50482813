package dev.startide.app.crash;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Brings the [Harvest] in: each request to one instance or the other, until one answers that the events
/// are safe, and not more of them at once than a few.
final class Carts implements AutoCloseable {

    static final int EVENTS = 50;
    private static final int TOGETHER = 16;
    private static final long PAUSE_MILLIS = 50;

    private final Instances instances;
    private final Stall stall;
    private final ExecutorService drivers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(TOGETHER);
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private int sent;

    Carts(Instances instances, Stall stall) {
        this.instances = instances;
        this.stall = stall;
    }

    /// How many events were given to a cart.
    int sent() {
        return sent;
    }

    /// Sends the next events, and returns as soon as they are on their way.
    void next() throws InterruptedException {
        Posting posting = Posting.of(Harvest.of(sent, sent + EVENTS));
        sent += EVENTS;
        stall.tell(posting.others());
        free.acquire();
        int first = sent / EVENTS % 2;
        Future<?> _ = drivers.submit(() -> bring(posting, first));
    }

    /// Waits until all that was sent is safe.
    ///
    /// @throws AssertionError if an answer was not as it should be
    void awaitAnswers() throws Exception {
        free.acquire(TOGETHER);
        free.release(TOGETHER);
        stall.flush();
        Throwable failure = broken.get();
        if (failure != null) {
            throw new AssertionError("A request was answered in a way that it should not", failure);
        }
    }

    private void bring(Posting posting, int first) {
        try {
            for (int instance = first; !posting.isTakenBy(instances.get(instance)); instance = 1 - instance) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (AssertionError | RuntimeException failure) {
            broken.compareAndSet(null, failure);
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        drivers.shutdownNow();
        drivers.close();
    }
}
