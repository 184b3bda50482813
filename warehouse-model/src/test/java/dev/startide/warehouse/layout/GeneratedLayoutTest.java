package dev.startide.warehouse.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.star.FiscalYear;
import dev.startide.warehouse.validation.Documents;
import dev.startide.warehouse.validation.Resolutions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rows of dimensions that are generated.
class GeneratedLayoutTest {

    @Test
    void aCalendarShowsFiscalYearsAndHolidaysIfTheModelAsksForThem() {
        // Given
        CalendarLayout calendar = layout(Documents.shopWith(
                        "years_ahead: 2", "years_ahead: 2, fiscal_year_starts: 4, holidays: holidays.csv"))
                .calendars()
                .getFirst();

        // When
        Object[] christmas = calendar.rowOf(LocalDate.of(2026, 12, 25));

        // Then
        assertThat(christmas).hasSameSizeAs(calendar.table().columns()).endsWith(2027, 3, 9, true, "Christmas Day");
        assertThat(calendar.rowOf(LocalDate.of(2026, 1, 1))).endsWith(2026, 4, 10, true, "New Year, \"observed\"");
        assertThat(calendar.rowOf(LocalDate.of(2026, 4, 1)))
                .contains(2027, 1, 1, false)
                .endsWith(new Object[] {null});
        assertThat(calendar.specialRows())
                .allSatisfy(
                        row -> assertThat(row).hasSameSizeAs(calendar.table().columns()));
    }

    @Test
    void aFiscalYearThatStartsInJanuaryIsTheCalendarYear() {
        // Given
        var fiscal = new FiscalYear.StartingIn(Month.JANUARY);

        // When
        int year = fiscal.yearOf(LocalDate.of(2026, 12, 31));

        // Then
        assertThat(year).isEqualTo(2026);
        assertThat(fiscal.monthOf(LocalDate.of(2026, 12, 31))).isEqualTo(12);
        assertThat(fiscal.quarterOf(LocalDate.of(2026, 1, 1))).isOne();
    }

    @Test
    void aFiscalYearChangesOnItsFirstDay() {
        // Given
        var fiscal = new FiscalYear.StartingIn(Month.OCTOBER);

        // When
        int before = fiscal.yearOf(LocalDate.of(2026, 9, 30));

        // Then
        assertThat(before).isEqualTo(2026);
        assertThat(fiscal.yearOf(LocalDate.of(2026, 10, 1))).isEqualTo(2027);
        assertThat(fiscal.yearOf(LocalDate.of(2027, 1, 1))).isEqualTo(2027);
    }

    @Test
    void timesOfDayHaveARowForEachMinute() {
        // Given
        var times = withDimension("clock: { time_of_day: { every: minute } }")
                .timesOfDay()
                .getFirst();

        // When
        List<Object[]> rows = times.rows();

        // Then
        assertThat(rows)
                .hasSize(3 + 1_440)
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(times.table().columns()));
        assertThat(rows.get(0)).containsExactly(-1, null, null, null, "Unknown", "Unknown");
        assertThat(rows.get(3)).containsExactly(0, LocalTime.MIDNIGHT, 0, 0, "00:00", "Night");
        assertThat(rows.getLast()).containsExactly(2359, LocalTime.of(23, 59), 23, 59, "23:59", "Evening");
        assertThat(rows).extracting(row -> row[0]).doesNotHaveDuplicates();
    }

    @Test
    void timesOfDayHaveARowForEachHour() {
        // Given
        var times = withDimension("clock: { time_of_day: { every: hour } }")
                .timesOfDay()
                .getFirst();

        // When
        List<Object[]> rows = times.rows();

        // Then
        assertThat(rows).hasSize(3 + 24);
        assertThat(TimeOfDayLayout.timeOf((Integer) rows.getLast()[0])).isEqualTo(LocalTime.of(23, 0));
    }

    @Test
    void everyCombinationHasAKeyOfItsOwn() {
        // Given
        var junk = withDimension("flags: { junk: [channel, segment] }").junk().getFirst();
        List<List<String>> combinations = List.of(
                Arrays.asList(null, null),
                Arrays.asList("a", null),
                Arrays.asList(null, "a"),
                Arrays.asList("a", "a"),
                Arrays.asList("", null),
                Arrays.asList("asegment=1:b", null),
                Arrays.asList("a", "b"));

        // When
        List<Object> keys =
                combinations.stream().map(values -> junk.rowOf(values)[0]).toList();

        // Then
        assertThat(keys)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat((Long) key).isNotNegative());
        assertThat(junk.rowOf(Arrays.asList(null, "a"))).hasSize(3).endsWith(null, "a");
    }

    @Test
    void aCombinationKeepsItsKeyWhenAnotherFlagIsAdded() {
        // Given
        var before = withDimension("flags: { junk: [channel] }").junk().getFirst();
        var after = withDimension("flags: { junk: [segment, channel] }").junk().getFirst();

        // When
        Object key = after.rowOf(Arrays.asList(null, "web"))[0];

        // Then
        assertThat(key).isEqualTo(before.rowOf(List.of("web"))[0]);
    }

    private static WarehouseLayout withDimension(String dimension) {
        String customer = "  customer:\n    of: customer\n";
        return layout(Documents.shopWith(customer, "  %s\n%s".formatted(dimension, customer)));
    }

    private static WarehouseLayout layout(String yaml) {
        return WarehouseLayout.of(Resolutions.valid(yaml));
    }
}
