package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides the rows of a fact that show what was said last. A row that is gone is kept elsewhere,
/// so that the next statement finds what was said before.
final class UpdatedFacts implements FactDecision {

    private final FactLayout layout;
    private final FactRows rows;
    private final FactRows.Keys keys;
    private final RowCollector table;
    private final Optional<GoneFacts> gone;

    UpdatedFacts(FactLayout layout, Optional<FactMemory> memory, FactRows.Keys keys) {
        this.layout = layout;
        this.rows = new FactRows(layout);
        this.keys = keys;
        this.table = new RowCollector(layout.table());
        this.gone = memory.map(GoneFacts::new);
    }

    @Override
    public List<TableWrites> decide(Map<Key, List<FactChange>> changes, Workspace workspace) {
        Map<Key, StoredFact> stored = workspace.facts(layout.fact().name());
        gone.ifPresent(facts -> facts.recall(workspace));
        changes.forEach((grain, stated) -> decide(grain, stated, stored.get(grain)));
        return gone.map(facts -> List.of(table.writes(), facts.writes())).orElseGet(() -> List.of(table.writes()));
    }

    private void decide(Key grain, List<FactChange> stated, @Nullable StoredFact before) {
        Register register = register(grain, before);
        boolean changed = false;
        for (FactChange change : stated) {
            changed |= register.accept(change.order(), change.kind(), change.slots(), change.cause());
            rows.meet(change, keys);
        }
        if (register.isGone()) {
            keepGone(grain, register, before, changed);
        } else if (before == null) {
            table.insert(rows.write(grain, register, keys));
            gone.ifPresent(facts -> facts.forget(grain));
        } else if (changed) {
            table.update(rows.write(grain, register, keys));
        }
    }

    private Register register(Key grain, @Nullable StoredFact before) {
        return before != null
                ? rows.read(before)
                : gone.flatMap(facts -> facts.register(grain)).orElseGet(() -> Register.empty(layout.slots()));
    }

    private void keepGone(Key grain, Register register, @Nullable StoredFact before, boolean changed) {
        if (before != null) {
            table.delete(grain);
        }
        if (changed) {
            gone.orElseThrow(() -> new IllegalStateException(
                            "No fact of %s can be gone".formatted(layout.fact().name())))
                    .keep(grain, register);
        }
    }
}
