package dev.startide.warehouse.star;

import java.time.LocalDate;
import java.time.Month;

/// The years in which an organisation keeps its books.
public sealed interface FiscalYear {

    /// The calendar says nothing of them.
    record None() implements FiscalYear {}

    /// Years that begin on the first of a month, and are named after the year in which they end.
    record StartingIn(Month month) implements FiscalYear {

        /// The fiscal year of a day.
        public int yearOf(LocalDate day) {
            boolean endsNextYear = month != Month.JANUARY && day.getMonth().compareTo(month) >= 0;
            return endsNextYear ? day.getYear() + 1 : day.getYear();
        }

        /// The quarter of the fiscal year, 1 to 4.
        public int quarterOf(LocalDate day) {
            return (monthOf(day) - 1) / 3 + 1;
        }

        /// The month of the fiscal year, 1 to 12.
        public int monthOf(LocalDate day) {
            return Math.floorMod(day.getMonthValue() - month.getValue(), 12) + 1;
        }
    }
}
