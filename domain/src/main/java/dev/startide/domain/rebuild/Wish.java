package dev.startide.domain.rebuild;

import java.util.List;

/// Which tables somebody wants to have rebuilt.
public sealed interface Wish {

    /// All tables, and with them the account of every event.
    record Everything() implements Wish {}

    /// Some tables, and what depends on them.
    ///
    /// @param tables names of tables, with their schema or without it; at least one
    record Tables(List<String> tables) implements Wish {
        public Tables {
            tables = List.copyOf(tables);
            if (tables.isEmpty()) {
                throw new IllegalArgumentException("At least one table is to be named");
            }
        }
    }
}
