package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is asked of a junk dimension: fields of events, each with one type and few values.
final class JunkRules {

    private final Map<String, List<FieldDraft.Value>> fields = new TreeMap<>();
    private final Issues issues;

    JunkRules(Catalogue<EventDraft> events, Issues issues) {
        this.issues = issues;
        events.usable().forEach(event -> collect(event.fields()));
    }

    Optional<Dimension> resolve(DimensionDeclaration.Junk junk, boolean named) {
        if (junk.fields().isEmpty()) {
            issues.error(junk.name(), "has no fields", "List them, such as 'junk: [channel, is_gift]'.");
        }
        List<Attribute> flags = new ArrayList<>();
        boolean distinct = Names.checkDistinct(junk.fields(), issues);
        for (Written field : junk.fields()) {
            flag(field, junk.name().text()).ifPresent(flags::add);
        }
        boolean complete = !flags.isEmpty() && flags.size() == junk.fields().size();
        return named && distinct && complete
                ? Optional.of(new Dimension.Junk(
                        new DimensionName(junk.name().text()),
                        junk.description().text(),
                        flags))
                : Optional.empty();
    }

    private Optional<Attribute> flag(Written name, String dimension) {
        List<FieldDraft.Value> known = fields.getOrDefault(name.text(), List.of());
        if (known.isEmpty()) {
            issues.error(
                    name,
                    "no event has a field '%s'".formatted(name.text()),
                    Suggestion.sentence(name.text(), fields.keySet(), "Declare it among an event's fields."));
            return Optional.empty();
        }
        if (name.text().equals(dimension + "_key")) {
            issues.error(name, "the dimension has a column '%s' of its own".formatted(name.text()), "Rename one.");
            return Optional.empty();
        }
        Fields.checkSameType(known, issues);
        Attribute first = known.getFirst().attribute();
        if (!hasFewValues(first.type())) {
            issues.error(
                    name,
                    "%s %s has too many values"
                            .formatted(first.name(), first.type().sqlName()),
                    "Keep it in the fact, under 'degenerate'.");
            return Optional.empty();
        }
        return Optional.of(new Attribute(new ColumnName(name.text()), first.type(), first.description()));
    }

    /// Whether a type is one of values that come again and again.
    static boolean hasFewValues(LogicalType type) {
        return switch (type) {
            case LogicalType.Text(),
                    LogicalType.Varchar(var _),
                    LogicalType.Int(),
                    LogicalType.BigInt(),
                    LogicalType.Decimal(var _, var _),
                    LogicalType.Bool(),
                    LogicalType.Date() -> true;
            case LogicalType.Floating(),
                    LogicalType.Time(),
                    LogicalType.Timestamp(),
                    LogicalType.Uuid(),
                    LogicalType.Json(),
                    LogicalType.Bytes() -> false;
        };
    }

    private void collect(Catalogue<FieldDraft> group) {
        for (FieldDraft field : group.usable()) {
            switch (field) {
                case FieldDraft.Value value ->
                    fields.computeIfAbsent(value.attribute().name().value(), _ -> new ArrayList<>())
                            .add(value);
                case FieldDraft.Elements elements -> collect(elements.fields());
            }
        }
    }
}
