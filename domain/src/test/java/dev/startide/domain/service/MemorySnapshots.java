package dev.startide.domain.service;

import dev.startide.domain.port.outbound.TableSnapshots;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.warehouse.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tables of a warehouse in memory, whose rows may be falsified.
record MemorySnapshots(InMemoryStorage storage, UnaryOperator<List<@Nullable Object[]>> falsified)
        implements TableSnapshots {

    MemorySnapshots(InMemoryStorage storage) {
        this(storage, rows -> rows);
    }

    @Override
    public long count(Table table) {
        return rows(table).size();
    }

    @Override
    public Standing read(Table table, Consumer<@Nullable Object[]> row) {
        rows(table).forEach(row);
        return new Standing(
                storage.adapters().cursors().positions(),
                storage.adapters().quarantine().get().stream()
                        .filter(event -> event.rejection().stage() == Rejection.Stage.WRITE)
                        .map(QuarantinedEvent::at)
                        .collect(Collectors.toSet()));
    }

    private List<@Nullable Object[]> rows(Table table) {
        return falsified.apply(new ArrayList<>(storage.rows(table)));
    }
}
