package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.FactLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides the rows of a fact's bridges: what its register says of its lists, against what is
/// stored.
final class BridgeDecision {

    private final FactLayout layout;
    private final FactRows facts;
    private final FactRows.Keys keys;
    private final List<Bridge> bridges = new ArrayList<>();

    /// @param slot where a change of the fact has the members of the list
    /// @param keyAt where a row has the durable key, the last part of its primary key
    private record Bridge(BridgeRows rows, RowCollector table, int slot, int keyAt) {

        Key keyOf(@Nullable Object[] row) {
            @Nullable Object[] parts = Arrays.copyOf(row, keyAt);
            parts[keyAt - 1] = row[keyAt];
            return Key.from(parts, 0, keyAt);
        }
    }

    BridgeDecision(FactLayout layout, FactRows.Keys keys) {
        this.layout = layout;
        this.facts = new FactRows(layout);
        this.keys = keys;
        for (BridgeLayout bridge : layout.bridges()) {
            bridges.add(new Bridge(
                    new BridgeRows(bridge),
                    new RowCollector(bridge.table()),
                    1 + layout.fact().roles().indexOf(bridge.role()),
                    bridge.keyAt() + 1));
        }
    }

    List<TableWrites> decide(Map<Key, List<FactChange>> changes, Map<Key, StoredFact> stored) {
        if (bridges.isEmpty()) {
            return List.of();
        }
        changes.forEach((grain, stated) -> decide(grain, stated, stored.get(grain)));
        return bridges.stream().map(bridge -> bridge.table().writes()).toList();
    }

    private void decide(Key grain, List<FactChange> stated, @Nullable StoredFact before) {
        Register register = before == null ? Register.empty(layout.slots()) : facts.read(before);
        for (FactChange change : stated) {
            register.accept(change.order(), change.kind(), change.slots(), change.cause());
        }
        if (!(register.value(0) instanceof Instant time)) {
            throw new IllegalStateException(
                    "A fact of %s has no time".formatted(layout.fact().name()));
        }
        for (int index = 0; index < bridges.size(); index++) {
            Bridge bridge = bridges.get(index);
            List<StoredShare> rows =
                    before == null ? List.of() : before.shares().get(index);
            write(bridge, rows, bridge.rows().write(grain, time, register.value(bridge.slot()), keys));
        }
    }

    private static void write(Bridge bridge, List<StoredShare> stored, List<@Nullable Object[]> wanted) {
        Map<Key, @Nullable Object[]> left = new HashMap<>();
        stored.forEach(share -> left.put(bridge.keyOf(share.row()), share.row()));
        for (@Nullable Object[] row : wanted) {
            @Nullable Object[] before = left.remove(bridge.keyOf(row));
            if (before == null) {
                bridge.table().insert(row);
            } else if (!Arrays.equals(before, row)) {
                bridge.table().update(row);
            }
        }
        left.keySet().forEach(key -> bridge.table().delete(key));
    }
}
