package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.MartLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Identifier;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.Mart.Grouping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns that a mart shows: each has a name of its own that is not too long.
final class MartColumns {

    /// Where a column comes from that a mart of single rows shows anyway.
    private static final String SHOWN = " ";

    private final Issues issues;
    private final Map<String, String> origins = new HashMap<>();

    MartColumns(Issues issues) {
        this.issues = issues;
    }

    /// A mart of groups shows what it groups by, and its measures.
    void checkGroups(MartDeclaration declared, List<Grouping> groupings) {
        for (Written by : declared.by()) {
            groupings.stream()
                    .filter(grouping -> by.text().equals(written(grouping)))
                    .findFirst()
                    .ifPresent(grouping -> checkGrouping(grouping, by));
        }
        takeMeasures(declared);
    }

    /// A mart of single rows shows every attribute of every role.
    void checkRows(MartDeclaration declared, FactDraft fact, Mart.History history) {
        fact.columns().keySet().forEach(this::show);
        for (String role : fact.dimensions().names()) {
            fact.dimensions().peek(role).ifPresent(dimension -> {
                checkMembers(new ColumnName(role), dimension, Set.of(), declared.name());
                if (history == Mart.History.BOTH) {
                    checkCurrent(role, dimension, declared.name());
                }
            });
        }
        takeMeasures(declared);
    }

    private void takeMeasures(MartDeclaration declared) {
        declared.measures()
                .parts()
                .forEach(measure -> take(measure.name().text(), measure.name().text(), measure.name()));
    }

    /// Where several columns of single rows have one name, the first is shown.
    private void show(ColumnName column) {
        origins.putIfAbsent(column.value(), SHOWN);
    }

    private void checkShown(String prefix, ColumnName column, Written mart) {
        if (checkLength(prefix, column, mart)) {
            show(MartLayout.inRole(new ColumnName(prefix), column));
        }
    }

    private void checkCurrent(String role, DimensionDraft dimension, Written mart) {
        String prefix = role + MartLayout.CURRENT;
        if (dimension.dimension() instanceof Dimension.Members) {
            dimension.columnsOfReaders().forEach(column -> checkShown(prefix, new ColumnName(column), mart));
        }
    }

    /// A dimension, with those that it refers to, none of them within itself.
    private void checkMembers(ColumnName prefix, DimensionDraft dimension, Set<Dimension> around, Written mart) {
        dimension.columnsOfReaders().forEach(column -> checkShown(prefix.value(), new ColumnName(column), mart));
        Set<Dimension> inside = new HashSet<>(around);
        if (!inside.add(dimension.dimension())) {
            return;
        }
        dimension.references().forEach((name, referred) -> {
            if (checkLength(prefix.value(), new ColumnName(name), mart)) {
                checkMembers(MartLayout.inRole(prefix, new ColumnName(name)), referred, inside, mart);
            }
        });
    }

    private void checkGrouping(Grouping grouping, Written by) {
        switch (grouping) {
            case Grouping.ByColumn(var column) -> take(column.value(), by.text(), by);
            case Grouping.ByAttribute(var role, var attribute) -> {
                if (checkLength(role.value(), attribute, by)) {
                    take(MartLayout.inRole(role, attribute).value(), by.text(), by);
                }
            }
            case Grouping.ByReferred(var role, var references, var attribute) -> {
                ColumnName prefix = role;
                for (ColumnName reference : references) {
                    if (!checkLength(prefix.value(), reference, by)) {
                        return;
                    }
                    prefix = MartLayout.inRole(prefix, reference);
                }
                if (checkLength(prefix.value(), attribute, by)) {
                    take(MartLayout.inRole(prefix, attribute).value(), by.text(), by);
                }
            }
        }
    }

    private boolean checkLength(String role, ColumnName attribute, Written at) {
        boolean fits = role.length() + 1 + attribute.value().length() <= Identifier.MAX_LENGTH;
        if (!fits) {
            issues.error(
                    at,
                    "the column '%s_%s' would have more than %d letters"
                            .formatted(role, attribute, Identifier.MAX_LENGTH),
                    "Shorten the name of the role or of the attribute.");
        }
        return fits;
    }

    private void take(String column, String origin, Written at) {
        String other = origins.putIfAbsent(column, origin);
        if (other != null && !other.equals(origin)) {
            issues.error(
                    at,
                    other.equals(SHOWN)
                            ? "the rows have a column '%s' already".formatted(column)
                            : "'%s' would be column '%s' as well".formatted(other, column),
                    other.equals(SHOWN) ? "Choose another name." : "Rename one of them.");
        }
    }

    private static String written(Grouping grouping) {
        return switch (grouping) {
            case Grouping.ByColumn(var column) -> column.value();
            case Grouping.ByAttribute(var role, var attribute) -> role + "." + attribute;
            case Grouping.ByReferred(var role, var references, var attribute) ->
                Stream.of(Stream.of(role), references.stream(), Stream.of(attribute))
                        .flatMap(names -> names)
                        .map(ColumnName::value)
                        .collect(Collectors.joining("."));
        };
    }
}
