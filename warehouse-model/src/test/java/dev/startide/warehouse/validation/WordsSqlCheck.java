package dev.startide.warehouse.validation;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows columns and a few words, and nothing of grammar.
final class WordsSqlCheck implements SqlCheck {

    private static final Pattern WORD = Pattern.compile("[a-z_]+");
    private static final Pattern SUM = Pattern.compile("sum\\(([^)]*)\\)");
    private static final Set<String> WORDS = Set.of("sum", "count", "distinct", "round", "avg");

    @Override
    public Finding checkScalar(String sql, Map<ColumnName, LogicalType> columns) {
        Set<ColumnName> used = new LinkedHashSet<>();
        Matcher words = WORD.matcher(sql);
        while (words.find()) {
            if (WORDS.contains(words.group())) {
                continue;
            }
            ColumnName name = new ColumnName(words.group());
            if (!columns.containsKey(name)) {
                return new Finding.Unusable(new ExpressionProblem(
                        words.start(), "there is no column '%s'".formatted(name), "Known words."));
            }
            used.add(name);
        }
        return new Finding.Usable(sql, List.copyOf(used), sums(sql, columns));
    }

    private static List<Sum> sums(String sql, Map<ColumnName, LogicalType> columns) {
        return SUM.matcher(sql)
                .results()
                .map(sum -> new Sum(
                        WORD.matcher(sum.group(1))
                                .results()
                                .map(word -> new ColumnName(word.group()))
                                .filter(columns::containsKey)
                                .toList(),
                        sum.group(1).contains("*")))
                .toList();
    }

    @Override
    public Finding checkAggregate(String sql, Map<ColumnName, LogicalType> columns, String alias) {
        return checkScalar(sql, columns);
    }
}
