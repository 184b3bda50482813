package dev.startide.warehouse.star;

import java.time.LocalDate;
import java.util.List;

/// What a row of a fact stands for, and what events make of it.
public sealed interface FactKind {

    /// Something that happened, once.
    ///
    /// @param changes what becomes of its row when more is said of it
    record Transaction(Changes changes) implements FactKind {

        /// One whose row shows what was said last.
        public Transaction() {
            this(Changes.UPDATE);
        }
    }

    /// What becomes of the row of a fact when more is said of it.
    enum Changes {
        /// The row shows, value by value, what was said last.
        UPDATE,

        /// The row stays as the first change made it, by the order of changes.
        NEVER,

        /// Rows are only added, as in a book: a reversal takes back what was entered, another entry
        /// says what holds instead. All entries of a grain add up to what holds.
        REVERSE
    }

    /// Something that goes through stages: one row, filled by the events of each stage.
    ///
    /// @param milestones the fields with the instants at which the stages were reached, in the
    ///     order of the stages, at least one; each is kept as an instant, also where events say
    ///     days
    record Accumulating(List<Attribute> milestones) implements FactKind {
        public Accumulating {
            milestones = List.copyOf(milestones);
            if (milestones.isEmpty()) {
                throw new IllegalArgumentException("An accumulating fact has a milestone");
            }
        }
    }

    /// How something stood at the end of each period: one row for each thing and closed period.
    ///
    /// The grain of its changes is the key of the entity; rows are identified by the period, too.
    ///
    /// @param from the first day of the first period that is shown
    record Periodic(Every every, LocalDate from) implements FactKind {}

    /// How long a period is.
    enum Every {
        DAY,
        MONTH;

        /// The first day of the period that a day belongs to.
        public LocalDate periodOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        /// The first day of the period after the one that begins on a day.
        public LocalDate after(LocalDate period) {
            return after(period, 1);
        }

        /// The first day of the period that comes so many after the one that begins on a day.
        public LocalDate after(LocalDate period, int periods) {
            return switch (this) {
                case DAY -> period.plusDays(periods);
                case MONTH -> period.plusMonths(periods);
            };
        }
    }
}
