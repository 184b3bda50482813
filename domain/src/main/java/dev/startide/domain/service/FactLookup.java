package dev.startide.domain.service;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.star.Horizon;
import dev.startide.domain.star.StoredFact;
import dev.startide.domain.star.Workspace;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks the warehouse what has to be known of facts that a batch speaks of.
record FactLookup(WarehouseLayout layout, Warehouse warehouse) {

    /// Of most facts it is their rows. What can be gone is looked for where gone facts are kept, if
    /// it has no row; and where all changes are kept, rows follow from them.
    void ask(FactLayout fact, Set<Key> grains, Workspace workspace) {
        Optional<FactMemory> memory = layout.memoryOf(fact.fact().name());
        if (memory.isEmpty()) {
            workspace.learnFacts(fact, warehouse.facts(fact, grains));
            return;
        }
        switch (memory.get().kind()) {
            case CHANGES -> {
                workspace.learnMemory(memory.get(), warehouse.remembered(memory.get(), grains));
                layout.horizonOf(fact.fact().name())
                        .flatMap(horizon -> horizon(horizon, memory.get(), grains))
                        .ifPresent(horizon -> workspace.learnHorizon(fact.fact().name(), horizon));
            }
            case GONE -> {
                Map<Key, StoredFact> found = warehouse.facts(fact, grains);
                workspace.learnFacts(fact, found);
                Set<Key> missing = new HashSet<>(grains);
                missing.removeAll(found.keySet());
                if (!missing.isEmpty()) {
                    workspace.learnMemory(memory.get(), warehouse.remembered(memory.get(), missing));
                }
            }
        }
    }

    /// While a snapshot is going on, things that it has passed are ahead of the others.
    private Optional<Horizon> horizon(FactHorizon of, FactMemory memory, Set<Key> grains) {
        return warehouse.horizon(of).map(row -> {
            Horizon horizon = Horizon.read(of, row);
            return horizon.passed() instanceof Horizon.Passed.UpTo
                    ? horizon.withAhead(warehouse.passed(memory, horizon.passed(), grains))
                    : horizon;
        });
    }
}
