package dev.startide.domain.service;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.pace.BatchBounds;
import dev.startide.domain.pace.BatchSize;
import dev.startide.domain.port.outbound.Standbys;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// How large the loader's next batch may be, by what the last ones took.
///
/// Belongs to one loading thread; [#events] may be asked by any.
public final class LoadPace {

    /// Large enough to be quick where the database is, small enough to hurt nowhere.
    private static final int START = 1_000;

    private static final Duration ANY = Duration.ofDays(1);
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier ticks;
    private final Standbys standbys;
    private long looked;
    private volatile BatchSize size;
    private volatile long behind;

    /// @param ticks nanoseconds from any fixed point in time
    public LoadPace(BatchBounds bounds, LongSupplier ticks, Standbys standbys) {
        this.ticks = ticks;
        this.standbys = standbys;
        this.looked = ticks.getAsLong() - BETWEEN_LOOKS;
        this.size = BatchSize.startingAt(START, bounds);
    }

    private LoadPace(BatchSize size) {
        this.ticks = () -> 0;
        this.standbys = Standbys.NONE;
        this.size = size;
    }

    /// A pace without a watch: the largest batches, unless statements time out or locks are in the
    /// way.
    public static LoadPace withoutWatch(int most) {
        return new LoadPace(BatchSize.startingAt(most, new BatchBounds(1, most, ANY, Long.MAX_VALUE)));
    }

    /// Most events of the next batch.
    public int events() {
        return size.events();
    }

    /// How many bytes of write-ahead log the slowest standby was behind when last looked at.
    public long standbyBehind() {
        return behind;
    }

    /// Loads a batch and learns from how long that takes, and from a look at the standbys before.
    <T> T measured(int events, Supplier<T> load) {
        lookAtStandbys();
        long began = ticks.getAsLong();
        T loaded = load.get();
        size = size.committed(events, Duration.ofNanos(ticks.getAsLong() - began));
        return loaded;
    }

    private void lookAtStandbys() {
        long now = ticks.getAsLong();
        if (now - looked >= BETWEEN_LOOKS) {
            looked = now;
            behind = bytesBehind();
            size = size.standbyBehind(behind);
        }
    }

    /// What cannot be seen brakes nothing: some servers do not tell, and the load is possible without.
    private long bytesBehind() {
        try {
            return standbys.bytesBehind();
        } catch (StartideException unseen) {
            return 0;
        }
    }

    /// Learns from a batch that failed.
    void failed(int events, StartideException failure) {
        if (failure.code() == FailureCode.DATABASE_TIMEOUT) {
            size = size.timedOut(events);
        } else if (failure.code() == FailureCode.DATABASE_CONFLICT) {
            size = size.heldUp(events);
        }
    }
}
