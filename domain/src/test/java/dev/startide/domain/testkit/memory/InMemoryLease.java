package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.LoaderLease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/// A lease in memory, by a clock that a test can choose.
public final class InMemoryLease implements LoaderLease {

    private final InMemoryDatabase database;
    private final InstantSource clock;
    private String holder = "";
    private Instant until = Instant.MIN;

    public InMemoryLease(InMemoryDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public OptionalLong acquire(String candidate, Duration time) {
        synchronized (database) {
            Instant now = clock.instant();
            boolean isFree = !now.isBefore(until);
            if (!isFree && !holder.equals(candidate)) {
                return OptionalLong.empty();
            }
            holder = candidate;
            until = now.plus(time);
            return OptionalLong.of(isFree ? database.nextLoaderEpoch() : database.loaderEpoch());
        }
    }

    @Override
    public long takeOver(String successor, Duration time, Purpose purpose) {
        synchronized (database) {
            Instant now = clock.instant();
            boolean isHeld = now.isBefore(until) && holder.equals(successor);
            holder = successor;
            until = now.plus(time);
            return isHeld ? database.loaderEpoch() : database.nextLoaderEpoch();
        }
    }

    @Override
    public void release(String former) {
        synchronized (database) {
            if (holder.equals(former)) {
                until = Instant.MIN;
            }
        }
    }
}
