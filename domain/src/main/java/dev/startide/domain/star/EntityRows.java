package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.normalize.ChangeKind;
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
        return RegisterRow.read(values, names, kindOf(row[layout.deletedAt()]), row, layout.bookkeepingAt());
    }

    @Nullable
    Object[] write(Key key, Register register) {
        @Nullable Object[] row = new Object[layout.width()];
        key.writeTo(row, 0);
        for (int index = 0; index < register.width(); index++) {
            row[layout.attributesAt() + index] = register.value(index);
        }
        row[layout.inferredAt()] = register.latest().equals(ChangeOrder.NEVER);
        row[layout.deletedAt()] = register.isGone();
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
        List<String> saidNull = new ArrayList<>();
        for (int index = 0; index < change.attributes().length; index++) {
            Object value = change.attributes()[index];
            if (value == null) {
                saidNull.add(names.get(index));
            } else if (value != Unsaid.UNSAID) {
                row[changes.attributesAt() + index] = value;
            }
        }
        row[changes.saidNullAt()] = saidNull.isEmpty() ? null : String.join(",", saidNull);
        row[changes.deletedAt()] = change.kind() == ChangeKind.GONE;
        row[changes.deletedAt() + 1] = change.cause().lane().value();
        row[changes.deletedAt() + 2] = change.cause().position();
        return row;
    }

    /// The primary key of the row that stores a change.
    static Key keyOf(Key entity, ChangeOrder order) {
        Object[] parts = new Object[entity.width() + 3];
        entity.writeTo(parts, 0);
        parts[entity.width()] = order.at();
        parts[entity.width() + 1] = order.sequence();
        parts[entity.width() + 2] = order.event().toUuid();
        return Key.of(parts);
    }

    /// A stored change, as far as histories are computed from it.
    StoredChange readChange(ChangeLayout changes, @Nullable Object[] row) {
        if (!(row[changes.orderAt()] instanceof Instant at
                && row[changes.orderAt() + 1] instanceof Long sequence
                && row[changes.orderAt() + 2] instanceof UUID id)) {
            throw new IllegalArgumentException("A stored change has no order");
        }
        @Nullable Object[] attributes = Arrays.copyOfRange(row, changes.attributesAt(), changes.saidNullAt());
        List<String> saidNull =
                row[changes.saidNullAt()] instanceof String text ? List.of(text.split(",", -1)) : List.of();
        for (int index = 0; index < attributes.length; index++) {
            if (attributes[index] == null && !saidNull.contains(names.get(index))) {
                attributes[index] = Unsaid.UNSAID;
            }
        }
        return new StoredChange(
                new ChangeOrder(at, sequence, EventDigest.of(id)), kindOf(row[changes.deletedAt()]), attributes);
    }

    private static ChangeKind kindOf(@Nullable Object isDeleted) {
        return Boolean.TRUE.equals(isDeleted) ? ChangeKind.GONE : ChangeKind.STATED;
    }
}
