package dev.startide.app.terminal;

import java.util.ArrayList;
import java.util.List;

/// A table of text with aligned columns. A column whose cells are all numbers is aligned to the
/// right.
public final class TextTable {

    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... head) {
        this.head = List.of(head);
    }

    /// Adds a row with as many cells as the head has.
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /// Adds a row with as many cells as the head has.
    public TextTable row(List<String> cells) {
        if (cells.size() != head.size()) {
            throw new IllegalArgumentException("A row has %d cells, not %d".formatted(head.size(), cells.size()));
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /// The lines of the table: head, rule, rows.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(head));
        lines.add(rule());
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String rule() {
        List<String> dashes = new ArrayList<>();
        for (int column = 0; column < head.size(); column++) {
            dashes.add("-".repeat(width(column)));
        }
        return String.join(GAP, dashes);
    }

    private String line(List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            String padding = " ".repeat(width(column) - cells.get(column).length());
            padded.add(isNumeric(column) ? padding + cells.get(column) : cells.get(column) + padding);
        }
        return String.join(GAP, padded).stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(head.get(column).length(), Math::max);
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> row.get(column).matches("-?[0-9][0-9,]*(\\.[0-9]+)?|-?"));
    }
}
