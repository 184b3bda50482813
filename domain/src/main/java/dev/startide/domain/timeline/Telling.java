package dev.startide.domain.timeline;

import static dev.startide.domain.timeline.History.isSaid;

import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Shown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A history while it is told, statement by statement in their total order.
final class Telling {

    /// A member that is gone from the beginning of time on is so a microsecond later, so that it
    /// was there once.
    private static final Instant EARLIEST_END = MemberLayout.OPEN_START.plus(1, ChronoUnit.MICROS);

    private final List<Shown> columns;

    /// The last version is still being told: statements of the same instant belong to it.
    private final List<Version> versions = new ArrayList<>();

    /// How it was before the instant that is being told.
    private @Nullable Object[] before;

    private @Nullable Instant heardAt;

    Telling(List<Shown> columns) {
        this.columns = columns;
        this.before = new Object[columns.size()];
    }

    /// Goes on after versions that statements of earlier instants have made.
    Telling(List<Shown> columns, List<Version> known) {
        this(columns);
        this.versions.addAll(known);
    }

    void hear(Statement statement) {
        Instant at = statement.order().at();
        if (!at.equals(heardAt)) {
            begin(at);
            heardAt = at;
        }
        Version told = versions.removeLast();
        take(statement, told.attributes());
        versions.add(told.with(statement.life()));
    }

    /// The versions, once everything has been heard.
    List<Version> versions() {
        openToThePast();
        List<Version> distinct = new ArrayList<>();
        for (Version version : versions) {
            if (distinct.isEmpty() || differ(distinct.getLast(), version)) {
                distinct.add(version);
            }
        }
        @Nullable Object[] last = versions.getLast().attributes();
        return distinct.stream().map(version -> withUnversioned(version, last)).toList();
    }

    private void begin(Instant at) {
        openToThePast();
        if (versions.isEmpty()) {
            versions.add(new Version(MemberLayout.OPEN_START, new Object[columns.size()]));
            return;
        }
        Version last = versions.getLast();
        before = last.attributes();
        if (last.from().equals(at)) {
            versions.removeLast();
        }
        versions.add(new Version(at, last.life(), before.clone()));
    }

    /// A member that was first heard of when it was gone was there until then.
    private void openToThePast() {
        if (versions.size() == 1 && heardAt != null && versions.getFirst().life() == Life.GONE) {
            Version first = versions.removeFirst();
            Instant end = heardAt.isBefore(EARLIEST_END) ? EARLIEST_END : heardAt;
            versions.add(first.with(Life.ALIVE));
            versions.add(new Version(end, Life.GONE, first.attributes().clone()));
        }
    }

    private void take(Statement statement, @Nullable Object[] attributes) {
        for (int index = 0; index < attributes.length; index++) {
            Object value = statement.attributes()[index];
            switch (columns.get(index)) {
                case FIRST -> {
                    if (isSaid(value) && attributes[index] == null) {
                        attributes[index] = value;
                    }
                }
                case LATEST, VALID -> {
                    if (isSaid(value)) {
                        attributes[index] = value;
                    }
                }
                case PREVIOUS ->
                    attributes[index] =
                            sameValue(before[index - 1], attributes[index - 1]) ? before[index] : before[index - 1];
            }
        }
    }

    private boolean differ(Version left, Version right) {
        if (left.life() != right.life()) {
            return true;
        }
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index) == Shown.VALID && !sameValue(left.attributes()[index], right.attributes()[index])) {
                return true;
            }
        }
        return false;
    }

    /// What is not versioned shows the same in all versions: the value that it has in the last one.
    private Version withUnversioned(Version version, @Nullable Object[] last) {
        @Nullable Object[] attributes = version.attributes().clone();
        for (int index = 0; index < attributes.length; index++) {
            if (columns.get(index) != Shown.VALID) {
                attributes[index] = last[index];
            }
        }
        return new Version(version.from(), version.life(), attributes);
    }

    private static boolean sameValue(@Nullable Object left, @Nullable Object right) {
        return Objects.deepEquals(left, right);
    }
}
