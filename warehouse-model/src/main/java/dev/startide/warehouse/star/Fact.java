package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happened, measured: one row for each thing that happened, or that goes on.
///
/// @param of the entity whose events make the rows
/// @param grain the fields that identify a row; saying the same row again changes nothing
/// @param time the field that says when it happened; dimension members are looked up as of this
///     instant; in an accumulating fact it may not be said yet
/// @param degenerate fields kept in the fact itself, for want of a dimension
public record Fact(
        FactName name,
        String description,
        EntityName of,
        List<Attribute> grain,
        Attribute time,
        List<Role> roles,
        List<Attribute> degenerate,
        List<Measure> measures,
        FactKind kind) {

    /// A transaction fact.
    public Fact(
            FactName name,
            String description,
            EntityName of,
            List<Attribute> grain,
            Attribute time,
            List<Role> roles,
            List<Attribute> degenerate,
            List<Measure> measures) {
        this(name, description, of, grain, time, roles, degenerate, measures, new FactKind.Transaction());
    }

    public Fact {
        grain = List.copyOf(grain);
        roles = List.copyOf(roles);
        degenerate = List.copyOf(degenerate);
        measures = List.copyOf(measures);
        if (grain.isEmpty()) {
            throw new IllegalArgumentException("Fact %s has no grain".formatted(name));
        }
    }

    /// The fields, besides the grain, that a row is made from, each once: time, role keys, and
    /// stored inputs.
    public List<Attribute> inputs() {
        Map<ColumnName, Attribute> inputs = new LinkedHashMap<>();
        inputs.put(time.name(), time);
        roles.stream().flatMap(role -> role.inputs().stream()).forEach(key -> inputs.putIfAbsent(key.name(), key));
        storedInputs().forEach(input -> inputs.putIfAbsent(input.name(), input));
        grain.forEach(attribute -> inputs.remove(attribute.name()));
        return List.copyOf(inputs.values());
    }

    /// The fields that become columns of their own: milestones and a time that may be unsaid,
    /// degenerate columns and what measures need, without the grain.
    public List<Attribute> storedInputs() {
        Map<ColumnName, Attribute> stored = new LinkedHashMap<>();
        if (kind instanceof FactKind.Accumulating(var milestones)) {
            milestones.forEach(milestone -> stored.putIfAbsent(milestone.name(), milestone));
            stored.putIfAbsent(time.name(), time);
        }
        degenerate.forEach(attribute -> stored.putIfAbsent(attribute.name(), attribute));
        measures.stream()
                .flatMap(measure -> measure.inputs().stream())
                .forEach(attribute -> stored.putIfAbsent(attribute.name(), attribute));
        grain.forEach(attribute -> stored.remove(attribute.name()));
        return List.copyOf(stored.values());
    }
}
