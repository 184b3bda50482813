package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.Enforcement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the database does about the foreign keys of a warehouse.
///
/// @param general where nothing else is said
/// @param facts of the tables of a fact: its own and its bridges; in the order of the model, so that
///     every process describes it alike
public record Integrity(Enforcement general, Map<FactName, Enforcement> facts) {

    /// Every key is enforced.
    public static final Integrity ENFORCED = new Integrity(Enforcement.ENFORCED, Map.of());

    public Integrity {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// What holds of the tables of a fact.
    public Enforcement of(FactName fact) {
        return facts.getOrDefault(fact, general);
    }
}
