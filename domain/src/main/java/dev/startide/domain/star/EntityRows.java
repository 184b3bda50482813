package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.RegisterRow;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Entities and their changes as rows, and back.
final class EntityRows {

    private final EntityLayout layout;
    private final List<String> names;

    EntityRows(EntityLayout layout) {
        this.layout = layout;
        this.names = layout.entity().attributes().stream()
                .map(attribute -> attribute.name().value())
                .toList();
    }

    Register read(@Nullable Object[] row) {
        @Nullable Object[] values = Arrays.copyOfRange(row, layout.attributesAt(), layout.inferredAt());
        return RegisterRow.read(values, names, row, layout.bookkeepingAt());
    }

    @Nullable
    Object[] write(Key key, Register register) {
        @Nullable Object[] row = new Object[layout.width()];
        key.writeTo(row, 0);
        for (int index = 0; index < register.width(); index++) {
            row[layout.attributesAt() + index] = register.value(index);
        }
        row[layout.inferredAt()] = register.latest().equals(ChangeOrder.NEVER);
        RegisterRow.write(register, names, row, layout.bookkeepingAt());
        return row;
    }

    /// The row that stores a change.
    @Nullable
    Object[] write(ChangeLayout changes, EntityChange change) {
        @Nullable Object[] row = new Object[changes.width()];
        change.key().writeTo(row, 0);
        row[changes.orderAt()] = change.order().at();
        row[changes.orderAt() + 1] = change.order().sequence();
        row[changes.orderAt() + 2] = change.order().event().toUuid();
        List<String> unsaid = new ArrayList<>();
        for (int index = 0; index < change.attributes().length; index++) {
            Object value = change.attributes()[index];
            if (value == Unsaid.UNSAID) {
                unsaid.add(names.get(index));
            } else {
                row[changes.attributesAt() + index] = value;
            }
        }
        row[changes.unsaidAt()] = unsaid.isEmpty() ? null : String.join(",", unsaid);
        row[changes.unsaidAt() + 1] = change.cause().lane().value();
        row[changes.unsaidAt() + 2] = change.cause().position();
        return row;
    }

    /// A stored change, as far as histories are computed from it.
    StoredChange readChange(ChangeLayout changes, @Nullable Object[] row) {
        if (!(row[changes.orderAt()] instanceof Instant at
                && row[changes.orderAt() + 1] instanceof Long sequence
                && row[changes.orderAt() + 2] instanceof UUID id)) {
            throw new IllegalArgumentException("A stored change has no order");
        }
        @Nullable Object[] attributes = Arrays.copyOfRange(row, changes.attributesAt(), changes.unsaidAt());
        if (row[changes.unsaidAt()] instanceof String unsaid) {
            for (String name : unsaid.split(",", -1)) {
                int index = names.indexOf(name);
                if (index >= 0) {
                    attributes[index] = Unsaid.UNSAID;
                }
            }
        }
        return new StoredChange(new ChangeOrder(at, sequence, EventDigest.of(id)), attributes);
    }
}
