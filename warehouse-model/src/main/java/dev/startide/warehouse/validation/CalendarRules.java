package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.CalendarDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.FiscalYear;
import dev.startide.warehouse.star.Holidays;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is asked of a calendar: a first day and a number of years that can be generated.
final class CalendarRules {

    /// Enough for plans and forecasts where nothing else is said.
    private static final int DEFAULT_YEARS_AHEAD = 2;

    private static final Pattern MONTH = Pattern.compile("[1-9]|1[0-2]");

    private static final Pattern YEARS = Pattern.compile("[0-9]{1,3}");

    private CalendarRules() {}

    static Optional<Dimension> resolve(
            DimensionDeclaration.Calendar declared, boolean named, FilesBeside files, Issues issues) {
        CalendarDeclaration calendar = declared.calendar();
        Optional<LocalDate> from = firstDay(calendar.from(), issues);
        Optional<Integer> yearsAhead = yearsAhead(calendar.yearsAhead(), issues);
        FiscalYear fiscalYear = fiscalYear(calendar.fiscalYearStarts(), issues);
        Holidays holidays = HolidayFile.read(calendar.holidays(), files, issues);
        if (!named || from.isEmpty() || yearsAhead.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Dimension.Calendar(
                new DimensionName(declared.name().text()),
                declared.description().text(),
                from.get(),
                yearsAhead.get(),
                fiscalYear,
                holidays));
    }

    private static FiscalYear fiscalYear(Written starts, Issues issues) {
        if (!starts.isPresent()) {
            return new FiscalYear.None();
        }
        if (MONTH.matcher(starts.text()).matches()) {
            return new FiscalYear.StartingIn(Month.of(Integer.parseInt(starts.text())));
        }
        issues.error(
                starts,
                "'%s' is no number of a month".formatted(starts.text()),
                "Write the month in which fiscal years start, from 1 to 12.");
        return new FiscalYear.None();
    }

    private static Optional<LocalDate> firstDay(Written from, Issues issues) {
        if (!from.isPresent()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(from.text());
            if (CalendarLayout.isInBounds(day)) {
                return Optional.of(day);
            }
            issues.error(
                    from,
                    "%s is outside the years %d to %d"
                            .formatted(from.text(), CalendarLayout.FIRST_YEAR, CalendarLayout.LAST_YEAR),
                    "Events outside of them are not accepted: begin later.");
        } catch (DateTimeParseException noDay) {
            issues.error(from, "'%s' is no day".formatted(from.text()), "Write it as 2020-01-31.");
        }
        return Optional.empty();
    }

    private static Optional<Integer> yearsAhead(Written years, Issues issues) {
        if (!years.isPresent()) {
            return Optional.of(DEFAULT_YEARS_AHEAD);
        }
        if (YEARS.matcher(years.text()).matches()) {
            int count = Integer.parseInt(years.text());
            if (count <= Dimension.Calendar.MAX_YEARS_AHEAD) {
                return Optional.of(count);
            }
        }
        issues.error(
                years,
                "'%s' is no number of years".formatted(years.text()),
                "Write a whole number from 0 to %d.".formatted(Dimension.Calendar.MAX_YEARS_AHEAD));
        return Optional.empty();
    }
}
