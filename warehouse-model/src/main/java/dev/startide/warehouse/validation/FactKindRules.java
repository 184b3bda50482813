package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.FactParts;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.FactKind.Changes;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is asked of a fact because of its kind.
final class FactKindRules {

    static final String TRANSACTION = FactParts.TRANSACTION;
    static final String ACCUMULATING = FactParts.ACCUMULATING;
    static final String PERIODIC = FactParts.PERIODIC;

    private static final List<String> KINDS = FactParts.KINDS.words();

    private final Catalogue<DimensionDraft> dimensions;
    private final Issues issues;

    FactKindRules(Catalogue<DimensionDraft> dimensions, Issues issues) {
        this.dimensions = dimensions;
        this.issues = issues;
    }

    /// How many of its events must have the fields of the fact.
    static FactFields.Reach reachOf(FactDeclaration fact) {
        return isAccumulating(fact) || isPeriodic(fact) ? FactFields.Reach.SOME_EVENT : FactFields.Reach.EVERY_EVENT;
    }

    /// The field that says when a fact happened; an accumulating one begins with its first
    /// milestone.
    static Written timeOf(FactDeclaration fact) {
        boolean isImplied = isAccumulating(fact) && !fact.time().isPresent();
        return isImplied ? fact.kind().milestones().stream().findFirst().orElse(fact.time()) : fact.time();
    }

    /// The kind of the fact, if everything about it is right.
    Optional<FactKind> resolve(FactDeclaration fact, FactFields fields) {
        Written kind = fact.kind().name();
        if (kind.isPresent() && !KINDS.contains(kind.text())) {
            issues.error(
                    kind,
                    "there is no kind of fact '%s'".formatted(kind.text()),
                    Suggestion.sentence(kind.text(), KINDS, ""));
            return Optional.empty();
        }
        Optional<Changes> changes = changes(fact.kind().changes());
        checkPeriods(fact);
        if (isPeriodic(fact)) {
            return new PeriodRules(issues).resolve(fact);
        }
        return isAccumulating(fact) ? accumulating(fact, fields, changes) : transaction(fact, changes);
    }

    /// Roles for the days of milestones that have none, where there is one calendar to take them
    /// from.
    List<Role> daysOf(FactKind kind, List<Role> declared) {
        List<Dimension> calendars = dimensions.usable().stream()
                .map(DimensionDraft::dimension)
                .filter(Dimension.Calendar.class::isInstance)
                .toList();
        if (calendars.size() != 1) {
            return List.of();
        }
        if (kind instanceof FactKind.Periodic) {
            return List.of(
                    new Role.OfDay(FactLayout.PERIOD, calendars.getFirst().name(), PeriodRules.PERIOD));
        }
        if (!(kind instanceof FactKind.Accumulating(var milestones))) {
            return List.of();
        }
        Set<ColumnName> named = declared.stream()
                .filter(Role.OfDay.class::isInstance)
                .flatMap(role -> role.inputs().stream())
                .map(Attribute::name)
                .collect(Collectors.toSet());
        return milestones.stream()
                .filter(milestone -> !named.contains(milestone.name()))
                .map(milestone -> (Role) new Role.OfDay(
                        new ColumnName(milestone.name() + "_day"),
                        calendars.getFirst().name(),
                        milestone))
                .toList();
    }

    /// Expressions cannot compute with instants, and milestones are instants even where events say
    /// days.
    void checkMeasures(FactDeclaration fact, FactKind kind, List<Measure> measures) {
        if (!(kind instanceof FactKind.Accumulating(var milestones))) {
            return;
        }
        Set<ColumnName> names = milestones.stream().map(Attribute::name).collect(Collectors.toSet());
        for (Measure measure : measures) {
            if (measure.source() instanceof Measure.Source.Sql(var _, var inputs)) {
                inputs.stream()
                        .filter(input -> names.contains(input.name()))
                        .forEach(input -> issues.error(
                                expressionOf(fact, measure),
                                "'%s' is a milestone, which is kept as an instant".formatted(input.name()),
                                "Use the lags, which the fact has anyway."));
            }
        }
    }

    private static Written expressionOf(FactDeclaration fact, Measure measure) {
        return fact.measures().parts().stream()
                .filter(declared -> declared.name().text().equals(measure.name().value()))
                .findFirst()
                .orElseThrow()
                .sql();
    }

    private Optional<Changes> changes(Written written) {
        Map<String, Changes> known = new LinkedHashMap<>();
        for (Changes changes : Changes.values()) {
            known.put(changes.name().toLowerCase(Locale.ROOT), changes);
        }
        if (written.isPresent() && !known.containsKey(written.text())) {
            issues.error(
                    written,
                    "'%s' does not say what a change does to a row".formatted(written.text()),
                    Suggestion.sentence(written.text(), known.keySet(), ""));
            return Optional.empty();
        }
        return Optional.of(known.getOrDefault(written.text(), Changes.UPDATE));
    }

    private Optional<FactKind> transaction(FactDeclaration fact, Optional<Changes> changes) {
        if (!fact.kind().milestones().isEmpty()) {
            issues.error(
                    fact.kind().milestones().getFirst(),
                    "a transaction fact has no milestones",
                    "Write 'kind: accumulating', or remove them.");
            return Optional.empty();
        }
        return changes.map(FactKind.Transaction::new);
    }

    private Optional<FactKind> accumulating(FactDeclaration fact, FactFields fields, Optional<Changes> changes) {
        if (changes.isEmpty() || changes.get() != Changes.UPDATE) {
            changes.ifPresent(_ -> issues.error(
                    fact.kind().changes(),
                    "an accumulating fact is filled by changes",
                    "Remove it, or write 'kind: transaction'."));
            return Optional.empty();
        }
        List<Written> declared = fact.kind().milestones();
        if (declared.isEmpty()) {
            issues.error(
                    fact.kind().name(),
                    "has no milestones",
                    "List the fields with the instants of its stages, such as 'milestones: [placed_at, shipped_at]'.");
            return Optional.empty();
        }
        boolean distinct = Names.checkDistinct(declared, issues);
        List<Attribute> milestones = new ArrayList<>();
        for (Written milestone : declared) {
            fields.find(milestone)
                    .filter(field -> isMilestone(milestone, field, fact))
                    .ifPresent(field -> milestones.add(asInstant(field.attribute())));
        }
        return distinct && milestones.size() == declared.size()
                ? Optional.of(new FactKind.Accumulating(milestones))
                : Optional.empty();
    }

    private boolean isMilestone(Written milestone, FieldDraft.Value field, FactDeclaration fact) {
        EventRules.checkInstant(milestone, field, issues);
        boolean identifies =
                fact.grain().stream().anyMatch(grain -> grain.text().equals(milestone.text()));
        boolean fits = fitsNames(milestone.text(), fact.kind().milestones());
        if (identifies) {
            issues.error(
                    milestone, "'%s' is part of the grain".formatted(milestone.text()), "Remove it from one of them.");
        }
        if (!fits) {
            issues.error(
                    milestone,
                    "the columns made from '%s' would have too long names".formatted(milestone.text()),
                    "Shorten the names of the milestones: two of them and '_to_' make a column.");
        }
        return !identifies && fits;
    }

    private static boolean fitsNames(String name, List<Written> milestones) {
        int at = milestones.stream().map(Written::text).toList().indexOf(name);
        String lag = at + 1 < milestones.size()
                ? name + "_to_" + milestones.get(at + 1).text()
                : name;
        return Names.isColumn(lag) && Names.isColumn(name + "_day_durable_key");
    }

    /// Days and instants become instants, so that there is time between them.
    static Attribute asInstant(Attribute field) {
        return new Attribute(field.name(), new LogicalType.Timestamp(), field.description());
    }

    private void checkPeriods(FactDeclaration fact) {
        Stream.of(fact.kind().every(), fact.kind().since())
                .filter(written -> written.isPresent() && !isPeriodic(fact))
                .forEach(written -> issues.error(
                        written, "only a periodic fact has periods", "Write 'kind: periodic', or remove it."));
    }

    static boolean isPeriodic(FactDeclaration fact) {
        return fact.kind().name().text().equals(PERIODIC);
    }

    private static boolean isAccumulating(FactDeclaration fact) {
        return fact.kind().name().text().equals(ACCUMULATING);
    }
}
