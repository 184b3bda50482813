package dev.startide.adapter.outbound.postgres.log;

import dev.startide.domain.event.LaneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Which events of which lanes are read at once: lanes take turns, one event each, until the limit
/// is reached. So no lane starves, and what a short lane leaves goes to the others.
///
/// @param parts in the order of the lanes, none of them empty
/// @param firstTurn index of the lane that goes first
record LaneShares(List<Backlog> parts, int firstTurn) {

    /// Consecutive events of a lane.
    ///
    /// @param first position of the first one
    /// @param last position of the last one, at least `first`
    record Backlog(LaneId lane, long first, long last) {

        long events() {
            return last - first + 1;
        }

        Backlog limitedTo(long events) {
            return new Backlog(lane, first, first + events - 1);
        }
    }

    LaneShares {
        parts = List.copyOf(parts);
    }

    /// Shares a number of events.
    ///
    /// @param turn grows with each call
    static LaneShares ofEvents(List<Backlog> backlogs, int maxEvents, int turn) {
        int firstTurn = Math.floorMod(turn, backlogs.size());
        long[] taken = new long[backlogs.size()];
        long left = maxEvents;
        while (left > 0) {
            long hungry = countHungry(backlogs, taken);
            if (hungry == 0) {
                break;
            }
            long each = Math.max(1, left / hungry);
            for (int step = 0; step < taken.length && left > 0; step++) {
                int lane = (firstTurn + step) % taken.length;
                long more = Math.min(Math.min(each, left), backlogs.get(lane).events() - taken[lane]);
                taken[lane] += more;
                left -= more;
            }
        }
        return limited(backlogs, taken, firstTurn);
    }

    /// What of these shares fits a number of bytes; one event fits always.
    ///
    /// @param sizes the sizes of all events of the shares
    LaneShares withinBytes(Map<LaneId, List<Integer>> sizes, long maxBytes) {
        int[] taken = new int[parts.size()];
        boolean[] full = new boolean[parts.size()];
        long left = maxBytes;
        boolean isFirst = true;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int step = 0; step < taken.length; step++) {
                int lane = (firstTurn + step) % taken.length;
                List<Integer> ofLane = sizes.getOrDefault(parts.get(lane).lane(), List.of());
                if (full[lane] || taken[lane] == ofLane.size()) {
                    continue;
                }
                int size = ofLane.get(taken[lane]);
                full[lane] = size > left && !isFirst;
                if (!full[lane]) {
                    taken[lane]++;
                    left -= size;
                    isFirst = false;
                    moved = true;
                }
            }
        }
        return limited(parts, Arrays.stream(taken).asLongStream().toArray(), firstTurn);
    }

    private static long countHungry(List<Backlog> backlogs, long[] taken) {
        long hungry = 0;
        for (int lane = 0; lane < taken.length; lane++) {
            hungry += taken[lane] < backlogs.get(lane).events() ? 1 : 0;
        }
        return hungry;
    }

    private static LaneShares limited(List<Backlog> backlogs, long[] taken, int firstTurn) {
        List<Backlog> parts = new ArrayList<>();
        int turnOfKept = 0;
        for (int lane = 0; lane < taken.length; lane++) {
            if (taken[lane] > 0) {
                turnOfKept += lane < firstTurn ? 1 : 0;
                parts.add(backlogs.get(lane).limitedTo(taken[lane]));
            }
        }
        return new LaneShares(parts, parts.isEmpty() ? 0 : turnOfKept % parts.size());
    }
}
