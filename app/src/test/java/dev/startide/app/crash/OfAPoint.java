package dev.startide.app.crash;

import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.testkit.Gen;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// How often a process comes to a point, and for which time it is to die there.
final class OfAPoint {

    private static final Set<FailPoint> ONCE_IN_A_LIFE = EnumSet.of(
            FailPoint.LANE_OPENED,
            FailPoint.SESSION_BEGUN,
            FailPoint.SCHEMA_PLANNED,
            FailPoint.SCHEMA_CHANGE_MADE,
            FailPoint.SCHEMA_CHANGED,
            FailPoint.SCHEMA_APPLIED,
            FailPoint.STOP_BEGUN,
            FailPoint.STOP_SOURCES_CLOSED,
            FailPoint.STOP_LOAD_ENDED,
            FailPoint.STOP_LEASE_RELEASED);

    private OfAPoint() {}

    static boolean isOfRebuild(FailPoint point) {
        return stage(point).equals("rebuild");
    }

    static boolean isOnceInALife(FailPoint point) {
        return ONCE_IN_A_LIFE.contains(point);
    }

    /// What the work is about that comes there: the first word of its name.
    static String stage(FailPoint point) {
        return point.label().replaceFirst("\\..*", "");
    }

    /// What kills a process there for a certain time, as the property `startide.fail-point` has it.
    static String trap(FailPoint point, int hit) {
        return "%s=kill@%d".formatted(point.label(), hit);
    }

    /// The first, the second, and a random one; a rebuild comes to most of its points once.
    static Stream<Integer> hits(FailPoint point, long seed) {
        if (isOfRebuild(point) && point != FailPoint.REBUILD_LOADED) {
            return Stream.of(1);
        }
        return isOnceInALife(point)
                ? Stream.of(1, 2, 3)
                : Stream.of(1, 2, Gen.seeded(seed + point.label().hashCode()).between(3, 8));
    }
}
