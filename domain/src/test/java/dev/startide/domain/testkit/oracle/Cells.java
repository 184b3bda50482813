package dev.startide.domain.testkit.oracle;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A row as text, cell by cell.
final class Cells {

    /// Columns that depend on when and where something arrived, not on what was said.
    private static final Set<String> LEFT_OUT = Set.of("_clock", "_lane", "_position");

    private final List<String> cells = new ArrayList<>();

    Cells add(Object name, @Nullable Object value) {
        if (!LEFT_OUT.contains(name.toString())) {
            cells.add("%s=%s".formatted(name, text(value)));
        }
        return this;
    }

    @Override
    public String toString() {
        return String.join(", ", cells);
    }

    /// A value as text; equal values of one type have equal texts.
    static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
