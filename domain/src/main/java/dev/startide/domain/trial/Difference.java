package dev.startide.domain.trial;

import java.util.List;
import java.util.Set;

/// Something that is not as a test expects it.
public sealed interface Difference {

    /// Rows of a table.
    ///
    /// @param table as the test calls it; of a history with the member
    /// @param columns those that the test names
    record OfRows(String table, List<String> columns, List<Row> rows) implements Difference {
        public OfRows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// What became of an event.
    ///
    /// @param number which of the events given, from 1
    /// @param expected what was to become of it, such as `loaded`
    /// @param actual what has become of it
    record OfEvent(int number, String expected, String actual) implements Difference {}

    /// Several rows of an entity are one row of a fact: only the latest of them is seen.
    ///
    /// @param grain the columns that are to identify a row, and their values
    /// @param rows the keys of the entity's rows
    record OfGrain(String fact, String grain, List<String> rows) implements Difference {
        public OfGrain {
            rows = List.copyOf(rows);
        }
    }

    /// A row that is not as it should be. Cells are aligned with the columns of the table.
    sealed interface Row {

        /// It is not there.
        record Missing(List<String> expected) implements Row {
            public Missing {
                expected = List.copyOf(expected);
            }
        }

        /// It is there and should not be.
        record Unexpected(List<String> actual) implements Row {
            public Unexpected {
                actual = List.copyOf(actual);
            }
        }

        /// It is another one, by all appearance.
        ///
        /// @param differing the indexes of the cells that differ
        record Other(List<String> expected, List<String> actual, Set<Integer> differing) implements Row {
            public Other {
                expected = List.copyOf(expected);
                actual = List.copyOf(actual);
                differing = Set.copyOf(differing);
            }
        }
    }
}
