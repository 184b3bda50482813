package dev.startide.domain.normalize;

import dev.startide.domain.normalize.FieldRef.Scoped;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.SpecialMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a part of an event becomes a change of a fact.
///
/// @param effect what the event says; of one that is gone it says nothing else
record FactPlan(FactName fact, Feed.Effect effect, KeyPlan grain, List<SlotPlan> slots) {

    /// How one slot of a [FactChange] is filled.
    interface SlotPlan {

        @Nullable
        Object in(Scoped scoped);
    }

    /// An instant; a day means its beginning.
    record InstantSlot(FieldRef field, ZoneId zone) implements SlotPlan {
        @Override
        public @Nullable Object in(Scoped scoped) {
            Object value = field.in(scoped);
            return value instanceof LocalDate day ? day.atStartOfDay(zone).toInstant() : value;
        }
    }

    /// A day; an instant means the day that it belongs to. One that no calendar can have is
    /// invalid.
    record DaySlot(FieldRef field, ZoneId zone) implements SlotPlan {
        @Override
        public @Nullable Object in(Scoped scoped) {
            Object value = field.in(scoped);
            Object day = value instanceof Instant instant ? LocalDate.ofInstant(instant, zone) : value;
            return day instanceof LocalDate date && !CalendarLayout.isInBounds(date) ? SpecialMember.INVALID : day;
        }
    }

    /// A time of day, as far as the dimension tells times apart; an instant means its own.
    record TimeSlot(FieldRef field, Dimension.Step every, ZoneId zone) implements SlotPlan {
        @Override
        public @Nullable Object in(Scoped scoped) {
            Object value = field.in(scoped);
            Object time = value instanceof Instant instant ? LocalTime.ofInstant(instant, zone) : value;
            return time instanceof LocalTime local ? every.floor(local) : time;
        }
    }

    /// Stands for a list that the event does not have, and for a junk dimension, whose flags have
    /// slots of their own.
    record UnsaidSlot() implements SlotPlan {
        @Override
        public Object in(Scoped scoped) {
            return Unsaid.UNSAID;
        }
    }

    /// A natural key, or that it is invalid.
    record MemberSlot(KeyPlan naturalKey, KeyCheck check) implements SlotPlan {
        @Override
        public @Nullable Object in(Scoped scoped) {
            Object value = naturalKey.keyIn(scoped);
            return value instanceof Key key && !check.accepts(key) ? SpecialMember.INVALID : value;
        }
    }

    record ValueSlot(FieldRef field) implements SlotPlan {
        @Override
        public @Nullable Object in(Scoped scoped) {
            return field.in(scoped);
        }
    }

    void apply(Scoped scoped, BatchChanges changes) {
        TypedEvent event = scoped.event();
        Key named = grain.requiredIn(scoped);
        switch (effect) {
            case STATES -> {
                if (event.kind() == ChangeKind.STATED) {
                    changes.add(fact, stated(named, scoped, changes));
                }
            }
            case DELETES -> changes.add(fact, gone(named, event));
            case FOLLOWS ->
                changes.add(
                        fact,
                        switch (event.kind()) {
                            case STATED -> stated(named, scoped, changes);
                            case GONE -> gone(named, event);
                        });
        }
    }

    private FactChange stated(Key named, Scoped scoped, BatchChanges changes) {
        TypedEvent event = scoped.event();
        return new FactChange(named, event.order(), values(scoped, changes), event.cause());
    }

    private FactChange gone(Key named, TypedEvent event) {
        return FactChange.gone(named, event.order(), slots.size(), event.cause());
    }

    private @Nullable Object[] values(Scoped scoped, BatchChanges changes) {
        @Nullable Object[] values = new Object[slots.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = slots.get(index).in(scoped);
            if (values[index] instanceof SharePlan.Misfit(var message)) {
                changes.reject(scoped.event().cause(), Reason.BRIDGE_WEIGHTS, message);
            }
        }
        return values;
    }
}
