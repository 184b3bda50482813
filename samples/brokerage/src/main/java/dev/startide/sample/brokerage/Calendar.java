package dev.startide.sample.brokerage;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// When things happen in the company.
final class Calendar {

    static final Instant FOUNDED = Instant.parse("2022-01-03T09:00:00Z");
    static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 2);
    static final LocalDate LAST_DAY = LocalDate.of(2024, 6, 28);
    static final Instant FIRST_TRADES = Instant.parse("2023-01-02T09:00:00Z");
    static final Instant END = Instant.parse("2024-06-29T00:00:00Z");

    private Calendar() {}

    /// The days on which the exchange is open, the first to the last.
    static List<LocalDate> tradingDays() {
        return FIRST_DAY
                .datesUntil(LAST_DAY.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }
}
