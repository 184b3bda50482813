package dev.startide.domain.pace;

import java.time.Duration;

/// How many events the next load batch may have, and what was learnt on the way there.
///
/// Grows while there is more waiting, batches stay under the target, and a larger batch loads more
/// events in a second: past the knee, where it does not, larger batches only cost memory and
/// latency. Shrinks in proportion to how much too long a batch took, by half when another
/// transaction was in the way or a standby has fallen behind, and to a quarter when a statement
/// timed out, so that the same batch is never tried the same way again.
///
/// @param events most events of the next batch
/// @param ceiling what statements that timed out leave to grow to; lifted again in time
/// @param trial what batches of this size have reached so far
/// @param before what batches reached at the size before the last growth; none at the start
/// @param rest how many batches more are loaded before growth is tried again
/// @param untilLift how many batches more until the ceiling is lifted
public record BatchSize(
        BatchBounds bounds, int events, int ceiling, Trial trial, Trial before, int rest, int untilLift) {

    /// One batch alone may be slow by chance.
    static final int SAMPLES = 3;

    /// How many batches a size is kept for that has turned out to be the best.
    static final int REST = 100;

    /// How many batches must have gone well before a ceiling is doubled.
    static final int LIFT = 200;

    /// Twice the size has to bring at least so much more.
    private static final double LEAST_GAIN = 0.05;

    private static final double MOST_GROWTH = 2;
    private static final double WORTH_GROWING = 1.1;
    private static final double SLOW = 1.25;
    private static final double FULL = 0.8;
    private static final int AFTER_TIMEOUT = 4;
    private static final double NANOS = 1e9;

    /// What batches of one size have reached.
    ///
    /// @param best most events in a second that one of them loaded
    public record Trial(int events, int samples, double best) {

        static Trial of(int events) {
            return new Trial(events, 0, 0);
        }

        Trial with(double perSecond) {
            return new Trial(events, samples + 1, Math.max(best, perSecond));
        }
    }

    /// A size to start with.
    public static BatchSize startingAt(int events, BatchBounds bounds) {
        int start = Math.clamp(events, bounds.least(), bounds.most());
        return new BatchSize(bounds, start, bounds.most(), Trial.of(start), Trial.of(0), 0, LIFT);
    }

    /// After a batch that was committed.
    ///
    /// @param loaded how many events it had
    /// @param took from its decision to its commit
    public BatchSize committed(int loaded, Duration took) {
        BatchSize now = lifted();
        double share = took.toNanos() / (double) bounds.target().toNanos();
        if (share > SLOW) {
            return now.downTo(Math.max(now.floor(), Math.max(loaded / 2, (int) (loaded / share))));
        }
        if (loaded < FULL * events) {
            return now;
        }
        return now.tried(loaded * NANOS / Math.max(1, took.toNanos()), share);
    }

    /// After a batch that another transaction was in the way of.
    ///
    /// @param tried how many events it had
    public BatchSize heldUp(int tried) {
        return downTo(Math.max(floor(), Math.min(events, tried) / 2));
    }

    /// After a batch with a statement that took longer than it may.
    ///
    /// @param tried how many events it had
    public BatchSize timedOut(int tried) {
        int failed = Math.max(1, Math.min(events, tried));
        int next = Math.max(1, failed / AFTER_TIMEOUT);
        return new BatchSize(bounds, next, Math.max(1, failed / 2), Trial.of(next), Trial.of(0), 0, LIFT);
    }

    /// After a look at the standbys.
    ///
    /// @param behind how many bytes of write-ahead log the slowest has not applied yet
    public BatchSize standbyBehind(long behind) {
        return behind > bounds.mostBehind() ? downTo(Math.max(floor(), events / 2)) : this;
    }

    private int floor() {
        return Math.min(bounds.least(), events);
    }

    private BatchSize downTo(int next) {
        return next >= events ? this : at(next, Trial.of(0), REST);
    }

    private BatchSize tried(double perSecond, double share) {
        if (rest > 0) {
            return new BatchSize(bounds, events, ceiling, trial, before, rest - 1, untilLift);
        }
        Trial known = trial.with(perSecond);
        if (known.samples() < SAMPLES) {
            return new BatchSize(bounds, events, ceiling, known, before, 0, untilLift);
        }
        if (hasGrownInVain(known)) {
            return at(before.events(), Trial.of(0), REST);
        }
        double growth = Math.min(MOST_GROWTH, 1 / share);
        int next = (int) Math.min(Math.min(bounds.most(), ceiling), Math.ceil(events * growth));
        return growth < WORTH_GROWING || next <= events ? at(events, Trial.of(0), REST) : at(next, known, 0);
    }

    private boolean hasGrownInVain(Trial known) {
        if (before.samples() == 0) {
            return false;
        }
        double growth = events / (double) before.events();
        return known.best() < before.best() * (1 + LEAST_GAIN * (growth - 1));
    }

    private BatchSize lifted() {
        if (ceiling >= bounds.most()) {
            return this;
        }
        return untilLift > 1
                ? new BatchSize(bounds, events, ceiling, trial, before, rest, untilLift - 1)
                : new BatchSize(bounds, events, Math.min(bounds.most(), ceiling * 2), trial, before, 0, LIFT);
    }

    private BatchSize at(int next, Trial smaller, int batches) {
        return new BatchSize(bounds, next, ceiling, Trial.of(next), smaller, batches, untilLift);
    }
}
