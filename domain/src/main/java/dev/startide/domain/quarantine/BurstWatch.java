package dev.startide.domain.quarantine;

import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quarantine.PausedSource.LetThrough;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds bursts among the latest events of each source. Used by one thread.
///
/// An operator may let a burst through. That holds until it is over: until fewer of the latest
/// events are set aside for its reason than make a burst.
public final class BurstWatch {

    private final BurstRule rule;
    private final Set<LetThrough> letThrough;
    private final Map<SourceName, Latest> sources = new HashMap<>();

    public BurstWatch(BurstRule rule, Collection<LetThrough> letThrough) {
        this.rule = rule;
        this.letThrough = new HashSet<>(letThrough);
    }

    /// An event can be loaded, or a rule ignores it.
    public void passed(SourceName source) {
        if (rule instanceof BurstRule.After after) {
            latest(source, after).add(Optional.empty());
            endLetThrough(source, after);
        }
    }

    /// An event is set aside.
    ///
    /// @return the burst, if this makes one
    public Optional<Burst> setAside(SourceName source, Rejection rejection) {
        return switch (rule) {
            case BurstRule.Never() -> Optional.empty();
            case BurstRule.After after -> {
                Latest latest = latest(source, after);
                latest.add(Optional.of(rejection.reason()));
                endLetThrough(source, after);
                boolean isBurst = latest.count(rejection.reason()) >= after.held()
                        && !letThrough.contains(new LetThrough(source, rejection.reason()));
                yield isBurst ? Optional.of(new Burst(source, rejection)) : Optional.empty();
            }
        };
    }

    private Latest latest(SourceName source, BurstRule.After after) {
        return sources.computeIfAbsent(source, _ -> new Latest(after.among()));
    }

    private void endLetThrough(SourceName source, BurstRule.After after) {
        Latest latest = latest(source, after);
        if (latest.isFull()) {
            letThrough.removeIf(one -> one.source().equals(source) && latest.count(one.reason()) < after.held());
        }
    }

    /// What became of the latest events of a source.
    private static final class Latest {

        private final int most;
        private final Deque<Optional<Reason>> events = new ArrayDeque<>();
        private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);

        Latest(int most) {
            this.most = most;
        }

        void add(Optional<Reason> reason) {
            events.addLast(reason);
            reason.ifPresent(one -> counts.merge(one, 1, Integer::sum));
            if (events.size() > most) {
                events.removeFirst().ifPresent(one -> counts.merge(one, -1, Integer::sum));
            }
        }

        int count(Reason reason) {
            return counts.getOrDefault(reason, 0);
        }

        boolean isFull() {
            return events.size() == most;
        }
    }
}
