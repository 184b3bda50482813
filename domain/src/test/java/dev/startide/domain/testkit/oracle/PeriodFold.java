package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.FactKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rows of a periodic fact: for each period that was filled, what had been said before its end.
record PeriodFold(FactFold folds, FactKind.Periodic kind, ZoneId zone, LocalDate until) {

    List<String> rows(Key grain, List<Said> inOrder, Map<DimensionName, MemberFold> members) {
        List<String> rows = new ArrayList<>();
        LocalDate first = inOrder.getFirst().order().at().atZone(zone).toLocalDate();
        for (LocalDate period = startOf(first); !endOf(period).isAfter(until); period = endOf(period)) {
            Instant end = endOf(period).atStartOfDay(zone).toInstant();
            List<Said> told = inOrder.stream()
                    .filter(said -> said.order().at().isBefore(end))
                    .toList();
            if (!told.getLast().isGone() && !period.isBefore(startOf(kind.from()))) {
                rows.add(row(grain, period, end, told, members));
            }
        }
        return rows;
    }

    private String row(
            Key grain, LocalDate period, Instant end, List<Said> told, Map<DimensionName, MemberFold> members) {
        Cells cells = folds.cellsAsOf(end.minusNanos(1_000), grain, FactFold.inPeriod(told, period), members);
        cells.add("period", period);
        return EntityFold.orderCells(cells, told.getLast().order()).toString();
    }

    private LocalDate startOf(LocalDate day) {
        return kind.every() == FactKind.Every.MONTH ? YearMonth.from(day).atDay(1) : day;
    }

    private LocalDate endOf(LocalDate period) {
        return kind.every() == FactKind.Every.MONTH
                ? YearMonth.from(period).plusMonths(1).atDay(1)
                : period.plusDays(1);
    }
}
