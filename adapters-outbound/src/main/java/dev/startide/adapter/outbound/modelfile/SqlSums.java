package dev.startide.adapter.outbound.modelfile;

import dev.startide.adapter.outbound.modelfile.SqlToken.Kind;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.validation.SqlCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds what an expression sums up. The expression has been found to be in order before.
final class SqlSums {

    private SqlSums() {}

    /// What stands inside of each `sum(…)`; conditions of a `filter` stand outside.
    static List<SqlCheck.Sum> in(List<SqlToken> tokens, Set<ColumnName> columns) {
        List<SqlCheck.Sum> sums = new ArrayList<>();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (tokens.get(at).is("sum") && tokens.get(at + 1).is("(")) {
                sums.add(sum(tokens.subList(at + 2, end(tokens, at + 1)), columns));
            }
        }
        return sums;
    }

    /// The index of the bracket that closes the one at `open`.
    private static int end(List<SqlToken> tokens, int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            if (tokens.get(at).is("(")) {
                depth++;
            } else if (tokens.get(at).is(")") && --depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }

    private static SqlCheck.Sum sum(List<SqlToken> inside, Set<ColumnName> columns) {
        Set<ColumnName> summed = new LinkedHashSet<>();
        boolean isWeighted = false;
        for (SqlToken token : inside) {
            isWeighted |= token.is("*") || token.is("/");
            columns.stream()
                    .filter(column ->
                            token.kind() == Kind.WORD && column.value().equals(token.text()))
                    .forEach(summed::add);
        }
        return new SqlCheck.Sum(List.copyOf(summed), isWeighted);
    }
}
