package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A transaction fact: one row for each thing that happened.
///
/// @param of the entity whose events make the rows
/// @param grain the fields that identify a row; saying the same row again changes nothing
/// @param time the field that says when it happened; dimension members are looked up as of this
///     instant
/// @param degenerate fields kept in the fact itself, for want of a dimension
public record Fact(
        FactName name,
        String description,
        EntityName of,
        List<Attribute> grain,
        Attribute time,
        List<Role> roles,
        List<Attribute> degenerate,
        List<Measure> measures) {

    public Fact {
        grain = List.copyOf(grain);
        roles = List.copyOf(roles);
        degenerate = List.copyOf(degenerate);
        measures = List.copyOf(measures);
        if (grain.isEmpty()) {
            throw new IllegalArgumentException("Fact %s has no grain".formatted(name));
        }
    }

    /// The fields, besides the grain, that a row is made from, each once: time, role keys,
    /// degenerate columns, and what measures need.
    public List<Attribute> inputs() {
        Map<ColumnName, Attribute> inputs = new LinkedHashMap<>();
        Stream.of(
                        Stream.of(time),
                        roles.stream().flatMap(role -> role.inputs().stream()),
                        degenerate.stream(),
                        measures.stream().flatMap(measure -> measure.inputs().stream()))
                .flatMap(attributes -> attributes)
                .forEach(attribute -> inputs.putIfAbsent(attribute.name(), attribute));
        grain.forEach(attribute -> inputs.remove(attribute.name()));
        return List.copyOf(inputs.values());
    }

    /// The fields that become columns of their own: degenerate columns and what measures need,
    /// without the grain.
    public List<Attribute> storedInputs() {
        Map<ColumnName, Attribute> stored = new LinkedHashMap<>();
        degenerate.forEach(attribute -> stored.putIfAbsent(attribute.name(), attribute));
        measures.stream()
                .flatMap(measure -> measure.inputs().stream())
                .forEach(attribute -> stored.putIfAbsent(attribute.name(), attribute));
        grain.forEach(attribute -> stored.remove(attribute.name()));
        return List.copyOf(stored.values());
    }
}
