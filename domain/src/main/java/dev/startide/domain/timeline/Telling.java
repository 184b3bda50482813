package dev.startide.domain.timeline;

import static dev.startide.domain.timeline.History.isSaid;

import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.ChangePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A history while it is told, statement by statement in their total order.
final class Telling {

    private final List<ChangePolicy> policies;

    /// The last version is still being told: statements of the same instant belong to it.
    private final List<Version> versions = new ArrayList<>();

    private @Nullable Instant heardAt;

    Telling(List<ChangePolicy> policies) {
        this.policies = policies;
    }

    /// Goes on after versions that statements of earlier instants have made.
    Telling(List<ChangePolicy> policies, List<Version> known) {
        this.policies = policies;
        this.versions.addAll(known);
    }

    void hear(Statement statement) {
        Instant at = statement.order().at();
        if (versions.isEmpty()) {
            versions.add(new Version(MemberLayout.OPEN_START, new Object[policies.size()]));
        } else if (!at.equals(heardAt)) {
            versions.add(new Version(at, versions.getLast().attributes().clone()));
        }
        heardAt = at;
        take(statement, versions.getLast().attributes());
    }

    /// The versions, once everything has been heard.
    List<Version> versions() {
        List<Version> distinct = new ArrayList<>();
        for (Version version : versions) {
            if (distinct.isEmpty() || differ(distinct.getLast(), version)) {
                distinct.add(version);
            }
        }
        @Nullable Object[] last = versions.getLast().attributes();
        return distinct.stream().map(version -> withUnversioned(version, last)).toList();
    }

    private void take(Statement statement, @Nullable Object[] attributes) {
        for (int index = 0; index < attributes.length; index++) {
            Object value = statement.attributes()[index];
            boolean isKept = policies.get(index) == ChangePolicy.KEEP_FIRST && attributes[index] != null;
            if (isSaid(value) && !isKept) {
                attributes[index] = value;
            }
        }
    }

    private boolean differ(Version left, Version right) {
        for (int index = 0; index < policies.size(); index++) {
            if (policies.get(index) == ChangePolicy.VERSION
                    && !sameValue(left.attributes()[index], right.attributes()[index])) {
                return true;
            }
        }
        return false;
    }

    /// What is not versioned shows the same in all versions: the value that it has in the last one.
    private Version withUnversioned(Version version, @Nullable Object[] last) {
        @Nullable Object[] attributes = version.attributes().clone();
        for (int index = 0; index < attributes.length; index++) {
            if (policies.get(index) != ChangePolicy.VERSION) {
                attributes[index] = last[index];
            }
        }
        return new Version(version.from(), attributes);
    }

    private static boolean sameValue(@Nullable Object left, @Nullable Object right) {
        return Arrays.deepEquals(new Object[] {left}, new Object[] {right});
    }
}
