package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.BookEntries;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Identifier;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The columns that a fact gets, each of which must come from one thing only.
final class FactColumns {

    private final Fact fact;
    private final FactDeclaration declared;
    private final Issues issues;
    private final Map<ColumnName, String> origins = new HashMap<>();
    private boolean distinct = true;

    FactColumns(Fact fact, FactDeclaration declared, Issues issues) {
        this.fact = fact;
        this.declared = declared;
        this.issues = issues;
    }

    /// Whether no two things want the same column; those that do are told of.
    boolean areDistinct() {
        take(FactLayout.EVENT_TIME, "the time of the fact", declared.time());
        for (int i = 0; i < fact.grain().size(); i++) {
            takeField(
                    fact.grain().get(i),
                    i < declared.grain().size() ? declared.grain().get(i) : kind());
        }
        int written = declared.roles().parts().size();
        for (int i = 0; i < fact.roles().size(); i++) {
            takeKeys(
                    fact.roles().get(i),
                    i < written ? declared.roles().parts().get(i).name() : kind());
        }
        for (int i = 0; i < fact.degenerate().size(); i++) {
            takeField(fact.degenerate().get(i), declared.degenerate().get(i));
        }
        for (int i = 0; i < fact.measures().size(); i++) {
            takeMeasure(fact.measures().get(i), declared.measures().parts().get(i));
        }
        if (fact.kind() instanceof FactKind.Accumulating(var milestones)) {
            milestones.forEach(milestone -> takeField(milestone, kind()));
            takeField(fact.time(), declared.time());
            FactLayout.lags(milestones).forEach(lag -> take(lag.name(), "the lag " + lag.name(), kind()));
            take(FactLayout.MILESTONE, "the milestone that was reached", kind());
        }
        if (fact.kind() instanceof FactKind.Periodic) {
            take(FactLayout.PERIOD, "the first day of the period", kind());
        }
        if (BookEntries.areIn(fact)) {
            List.of(BookEntries.ENTRY, BookEntries.ENTRY_KIND, BookEntries.BOOKED_AT)
                    .forEach(column ->
                            take(column, "what every entry has", declared.kind().changes()));
        }
        return distinct;
    }

    /// The columns that an expression of a mart may use, with their types.
    Map<ColumnName, LogicalType> ofReaders() {
        Map<ColumnName, LogicalType> columns = new LinkedHashMap<>();
        FactLayout.of(fact, Schemas.LIVE).table().columns().stream()
                .filter(column -> !column.name().value().startsWith("_"))
                .forEach(column -> columns.put(column.name(), column.type()));
        return columns;
    }

    private Written kind() {
        return declared.kind().name();
    }

    private void takeKeys(Role role, Written at) {
        String origin = "the key of role " + role.name();
        take(FactLayout.keyOf(role), origin, at);
        if (role instanceof Role.OfMember member) {
            take(FactLayout.durableKeyOf(member), "the durable key of role " + role.name(), at);
            member.combinations()
                    .forEach(combination -> take(
                            FactLayout.keyOf(combination),
                            "the key of the %s of role %s".formatted(combination.dimension(), role.name()),
                            at));
        }
        if (role instanceof Role.OfBridge bridge) {
            take(BridgeLayout.durableKeyOf(bridge), "the durable key of role " + role.name(), at);
            take(BridgeLayout.weightOf(bridge), "the weight of role " + role.name(), at);
            checkBridge(at);
        }
    }

    /// The table between has the name of the fact and that of the role, and columns of its own.
    private void checkBridge(Written role) {
        int letters = fact.name().value().length()
                + BridgeLayout.nameOverhead()
                + role.text().length();
        if (letters > Identifier.MAX_LENGTH) {
            distinct = false;
            issues.error(
                    role,
                    "the table '%s__%s' would have %d letters".formatted(fact.name(), role.text(), letters),
                    "Shorten the name of the fact or of the role, to %d letters together."
                            .formatted(Identifier.MAX_LENGTH - BridgeLayout.nameOverhead()));
        }
        if (fact.grain().stream().anyMatch(grain -> grain.name().equals(BridgeLayout.WEIGHT))) {
            distinct = false;
            issues.error(
                    role,
                    "the table '%s__%s' has a column '%s' of its own"
                            .formatted(fact.name(), role.text(), BridgeLayout.WEIGHT),
                    "Give the field of the grain another name.");
        }
    }

    private void takeMeasure(Measure measure, FactDeclaration.MeasureDeclaration at) {
        switch (measure.source()) {
            case Measure.Source.Input() -> take(measure.name(), originOf(measure.name()), at.name());
            case Measure.Source.Sql(var _, var inputs) -> {
                inputs.forEach(input -> takeField(input, at.sql()));
                take(measure.name(), "the computed measure " + measure.name(), at.name());
            }
        }
    }

    private void takeField(Attribute field, Written at) {
        take(field.name(), originOf(field.name()), at);
    }

    private static String originOf(ColumnName field) {
        return "the field " + field;
    }

    private void take(ColumnName column, String origin, Written at) {
        String other = origins.putIfAbsent(column, origin);
        if (other != null && !other.equals(origin)) {
            distinct = false;
            issues.error(
                    at, "%s and %s would both be column '%s'".formatted(other, origin, column), "Rename one of them.");
        }
    }
}
