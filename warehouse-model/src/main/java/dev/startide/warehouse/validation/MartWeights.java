package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The weights of the bridges that a mart groups by, which its measures share their numbers out by.
record MartWeights(List<Role.OfBridge> bridges) {

    private static final LogicalType WEIGHT =
            new LogicalType.Decimal(BridgeLayout.WEIGHT_SCALE + 1, BridgeLayout.WEIGHT_SCALE);

    /// Aggregates that count a row once for each member it has.
    private static final Pattern COUNTS_TWICE =
            Pattern.compile("\\b(sum|avg)\\s*\\(|\\bcount\\s*\\(\\s*(?!distinct\\b)");

    MartWeights {
        bridges = List.copyOf(bridges);
    }

    static MartWeights of(Fact fact, List<Mart.Grouping> by) {
        return new MartWeights(fact.roles().stream()
                .filter(role -> by.stream().anyMatch(grouping -> grouping.isOf(role.name())))
                .filter(Role.OfBridge.class::isInstance)
                .map(Role.OfBridge.class::cast)
                .toList());
    }

    /// The columns that a measure may use: those of the fact, and the weights.
    Map<ColumnName, LogicalType> besides(Map<ColumnName, LogicalType> columns) {
        Map<ColumnName, LogicalType> all = new LinkedHashMap<>(columns);
        bridges.forEach(bridge -> all.put(BridgeLayout.weightOf(bridge), WEIGHT));
        return all;
    }

    /// The expression with the weights where they stand: in the tables between.
    String qualified(String sql) {
        String text = sql;
        for (Role.OfBridge bridge : bridges) {
            text = text.replaceAll(
                    "\\b%s\\.%s\\b".formatted(View.FROM_ALIAS, BridgeLayout.weightOf(bridge)),
                    "%s.%s".formatted(BridgeLayout.aliasOf(bridge), BridgeLayout.WEIGHT));
        }
        return text;
    }

    /// Warns of a measure that counts rows once for each member.
    void check(Written measure, List<ColumnName> columns, Issues issues) {
        for (Role.OfBridge bridge : bridges) {
            ColumnName weight = BridgeLayout.weightOf(bridge);
            if (!columns.contains(weight)
                    && COUNTS_TWICE
                            .matcher(measure.text().toLowerCase(Locale.ROOT))
                            .find()) {
                issues.warning(
                        measure,
                        "counts a row once for each %s that it has, so that groups add up to more than there is"
                                .formatted(bridge.name()),
                        "To share it out, multiply by the weight, such as 'sum(… * %s)'.".formatted(weight));
            }
        }
    }
}
