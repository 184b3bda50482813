package dev.startide.warehouse.expectation;

import dev.startide.warehouse.layout.ShownTable;
import java.util.List;

/// What a table is to show.
///
/// @param name as the test calls it
/// @param table where it is seen
/// @param columns paths of the columns that the test names, each once
public record ExpectedTable(String name, ShownTable table, List<String> columns, Content content) {

    public ExpectedTable {
        columns = List.copyOf(columns);
    }

    /// Which rows are expected.
    public sealed interface Content {

        /// These rows and no others, in any order.
        record Exactly(List<ExpectedRow> rows) implements Content {
            public Exactly {
                rows = List.copyOf(rows);
            }
        }

        /// These rows, and perhaps others.
        record Among(List<ExpectedRow> rows) implements Content {
            public Among {
                rows = List.copyOf(rows);
            }
        }

        /// The versions of some members.
        record Histories(List<History> members) implements Content {
            public Histories {
                members = List.copyOf(members);
            }
        }
    }

    /// All versions of a member, in order.
    ///
    /// @param member its natural key, parts with commas between them
    public record History(String member, List<ExpectedRow> versions) {
        public History {
            versions = List.copyOf(versions);
        }
    }
}
