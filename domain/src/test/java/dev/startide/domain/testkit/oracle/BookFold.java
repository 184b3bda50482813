package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The entries of a fact that is kept like a book. After each statement the book must say what was
/// said so far; where it does not, what it said is cancelled and what holds is entered.
record BookFold(FactFold folds, Fact fact) {

    List<String> rows(Key grain, List<Said> inOrder, Map<DimensionName, MemberFold> members) {
        List<String> rows = new ArrayList<>();
        List<Said> booked = List.of();
        for (int count = 1; count <= inOrder.size(); count++) {
            List<Said> told = inOrder.subList(0, count);
            Said change = told.getLast();
            boolean holds = !change.isGone();
            boolean isSame = !booked.isEmpty() && holds && state(told).equals(state(booked));
            if (!booked.isEmpty() && !isSame) {
                rows.add(entry(rows.size() + 1, "reversal", change, cells(grain, booked, members, BookFold::opposite)));
                booked = List.of();
            }
            if (holds && !isSame) {
                String kind = rows.isEmpty() ? "original" : "correction";
                rows.add(entry(rows.size() + 1, kind, change, cells(grain, told, members, UnaryOperator.identity())));
                booked = told;
            }
        }
        return rows;
    }

    private Cells cells(
            Key grain, List<Said> told, Map<DimensionName, MemberFold> members, UnaryOperator<@Nullable Object> sign) {
        return folds.cells(grain, told, members, sign);
    }

    private static String entry(int number, String kind, Said change, Cells cells) {
        cells.add("entry", number)
                .add("entry_kind", kind)
                .add("booked_at", change.order().at());
        return EntityFold.orderCells(cells, change.order()).toString();
    }

    /// Everything that was said last, as text.
    private static String state(List<Said> told) {
        StringBuilder state = new StringBuilder();
        told.stream()
                .flatMap(said -> said.values().keySet().stream())
                .distinct()
                .sorted()
                .filter(column -> Said.last(told, column) != null)
                .forEach(column -> state.append(column)
                        .append('=')
                        .append(Cells.text(Said.last(told, column)))
                        .append(' '));
        return state.toString();
    }

    private static @Nullable Object opposite(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer number -> -number;
            case BigDecimal number -> BigDecimal.ZERO.setScale(number.scale()).subtract(number);
            default -> throw new IllegalArgumentException("No number");
        };
    }
}
