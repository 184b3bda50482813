package dev.startide.domain.trial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A row as a reader sees it: numbers, truth values, instants, days and times, and all else as text.
///
/// @param cells belongs to the row
public record SeenRow(@Nullable Object[] cells) {

    /// A row with these cells.
    public static SeenRow of(@Nullable Object... cells) {
        return new SeenRow(cells);
    }

    /// The cell at an index.
    public @Nullable Object at(int index) {
        return cells[index];
    }

    /// The cells from an index on, and before another one.
    public SeenRow between(int from, int to) {
        return new SeenRow(Arrays.copyOfRange(cells, from, to));
    }

    /// The cells from an index on.
    public SeenRow from(int index) {
        return between(index, cells.length);
    }

    /// Whether any cell is null.
    public boolean hasNull() {
        return IntStream.range(0, cells.length).anyMatch(index -> cells[index] == null);
    }

    /// The cells as a reader is shown them.
    public List<String> texts() {
        return IntStream.range(0, cells.length)
                .mapToObj(index -> ShownCell.textOf(cells[index]))
                .toList();
    }

    /// Whether its key, which is its first cell, is that of a special member.
    boolean isSpecial() {
        return cells[0] instanceof Number key && key.longValue() < 0;
    }

    /// A cell that holds a whole number.
    long number(int index) {
        return cells[index] instanceof Number number ? number.longValue() : 0;
    }
}
