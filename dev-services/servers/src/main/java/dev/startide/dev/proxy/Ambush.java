package dev.startide.dev.proxy;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// What is to happen at commits that have not come yet. Safe for use by many threads.
final class Ambush {

    enum Side {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /// @param saying what must have been said in the transaction
    /// @param action what is done
    /// @param cuts whether the connection is cut off then
    record Plan(Side side, String saying, Runnable action, boolean cuts) {}

    private final Queue<Plan> plans = new ArrayDeque<>();

    synchronized void lay(Plan plan, int times) {
        for (int time = 0; time < times; time++) {
            plans.add(plan);
        }
    }

    synchronized int planned() {
        return plans.size();
    }

    /// The next plan, if it is for this side of a transaction in which this was said. It is used up.
    synchronized Optional<Plan> take(Side side, String said) {
        Plan next = plans.peek();
        if (next == null || next.side() != side || !said.contains(next.saying())) {
            return Optional.empty();
        }
        return Optional.of(plans.remove());
    }
}
