package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Additivity;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Mart.Grouping;
import dev.startide.warehouse.star.Mart.Grouping.ByAttribute;
import dev.startide.warehouse.star.Mart.Grouping.ByColumn;
import dev.startide.warehouse.star.Measure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Refuses sums that mean nothing: of measures that are not additive, or over a role that a
/// semi-additive measure must not be summed over.
final class SumRules {

    private static final ColumnName CALENDAR_DATE = new ColumnName("calendar_date");
    private static final ColumnName TIME_OF_DAY = new ColumnName("time_of_day");
    private static final ColumnName YEAR_MONTH = new ColumnName("year_month");

    private final FactDraft fact;
    private final Set<Grouping> grouped;
    private final Issues issues;

    SumRules(FactDraft fact, List<Grouping> groupings, Issues issues) {
        this.fact = fact;
        this.grouped = Set.copyOf(groupings);
        this.issues = issues;
    }

    void check(Written sql, List<SqlCheck.Sum> sums) {
        for (SqlCheck.Sum sum : sums) {
            for (Measure measure : fact.fact().measures()) {
                if (sum.columns().contains(measure.name())) {
                    check(sql, sum, measure);
                }
            }
        }
    }

    private void check(Written sql, SqlCheck.Sum sum, Measure measure) {
        switch (measure.additivity()) {
            case Additivity.Additive() -> {}
            case Additivity.NotAdditive() -> {
                if (!isWeightedByAnother(sum)) {
                    issues.error(
                            sql,
                            "'%s' is not additive, so that its sum means nothing".formatted(measure.name()),
                            "Use avg, min or max, or weigh it by another column, such as 'sum(%s * …)'."
                                    .formatted(measure.name()));
                }
            }
            case Additivity.SemiAdditive(var notOver) ->
                notOver.stream()
                        .filter(role -> !tellsApart(role))
                        .forEach(role -> issues.error(
                                sql,
                                "'%s' must not be summed over role %s".formatted(measure.name(), role),
                                "Group by %s as well, or use avg, min or max.".formatted(remedyFor(role))));
        }
    }

    /// A price for one piece times the pieces is a sum that means something.
    private static boolean isWeightedByAnother(SqlCheck.Sum sum) {
        return sum.isWeighted() && sum.columns().size() > 1;
    }

    /// Whether rows of one group agree in the role.
    private boolean tellsApart(ColumnName role) {
        return isGroupedByPeriod(role)
                || keyOf(role).stream().allMatch(attribute -> grouped.contains(new ByAttribute(role, attribute)));
    }

    /// A period is told by its first day, and a month by its name, too.
    private boolean isGroupedByPeriod(ColumnName role) {
        return role.equals(FactLayout.PERIOD)
                && fact.fact().kind() instanceof FactKind.Periodic(var every, var _)
                && (grouped.contains(new ByColumn(role)) || isGroupedByMonth(role, every));
    }

    private boolean isGroupedByMonth(ColumnName role, FactKind.Every every) {
        return every == FactKind.Every.MONTH && grouped.contains(new ByAttribute(role, YEAR_MONTH));
    }

    private String remedyFor(ColumnName role) {
        return role.equals(FactLayout.PERIOD)
                ? role.value()
                : keyOf(role).stream()
                        .map(attribute -> "%s.%s".formatted(role, attribute))
                        .collect(Collectors.joining(" and "));
    }

    /// The attributes that tell the members of a role apart.
    private List<ColumnName> keyOf(ColumnName role) {
        return fact.dimensions()
                .peek(role.value())
                .map(draft -> keyOf(draft.dimension()))
                .orElse(List.of());
    }

    private static List<ColumnName> keyOf(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Calendar _ -> List.of(CALENDAR_DATE);
            case Dimension.TimeOfDay _ -> List.of(TIME_OF_DAY);
            case Dimension.Junk junk ->
                junk.fields().stream().map(Attribute::name).toList();
            case Dimension.Members members ->
                members.naturalKey().stream().map(Attribute::name).toList();
        };
    }
}
