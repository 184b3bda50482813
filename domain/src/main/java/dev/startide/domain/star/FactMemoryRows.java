package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.RegisterRow;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.SpecialMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is kept of facts beside their table, as rows and back. Slots have natural keys and days.
final class FactMemoryRows {

    private final FactMemory memory;
    private final List<Role> roles;
    private final List<String> names;

    FactMemoryRows(FactMemory memory) {
        this.memory = memory;
        this.roles = memory.fact().roles();
        this.names = FactRows.slotNames(memory.fact());
    }

    /// What was said of a fact that is gone.
    Register readGone(@Nullable Object[] row) {
        return RegisterRow.read(readSlots(row), names, ChangeKind.GONE, row, memory.endingAt());
    }

    @Nullable
    Object[] writeGone(Key grain, Register register) {
        @Nullable Object[] row = new Object[memory.table().columns().size()];
        grain.writeTo(row, 0);
        @Nullable Object[] slots = new Object[register.width()];
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = register.value(slot);
        }
        writeSlots(slots, row);
        RegisterRow.write(register, names, row, memory.endingAt());
        return row;
    }

    FactChange readChange(@Nullable Object[] row) {
        int at = memory.grainWidth();
        int ending = memory.endingAt();
        if (!(row[at] instanceof Instant instant
                && row[at + 1] instanceof Long sequence
                && row[at + 2] instanceof UUID id
                && row[ending + 2] instanceof Integer lane
                && row[ending + 3] instanceof Long position)) {
            throw new IllegalArgumentException("A stored change has no order or no cause");
        }
        @Nullable Object[] slots = readSlots(row);
        List<String> saidNull = texts(row[ending]);
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] == null && !saidNull.contains(names.get(slot))) {
                slots[slot] = Unsaid.UNSAID;
            }
        }
        return new FactChange(
                Key.from(row, 0, memory.grainWidth()),
                new ChangeOrder(instant, sequence, EventDigest.of(id)),
                Boolean.TRUE.equals(row[ending + 1]) ? ChangeKind.GONE : ChangeKind.STATED,
                slots,
                new LanePosition(new LaneId(lane), position));
    }

    @Nullable
    Object[] writeChange(FactChange change) {
        @Nullable Object[] row = new Object[memory.table().columns().size()];
        change.grain().writeTo(row, 0);
        int at = memory.grainWidth();
        row[at] = change.order().at();
        row[at + 1] = change.order().sequence();
        row[at + 2] = change.order().event().toUuid();
        List<String> saidNull = new ArrayList<>();
        @Nullable Object[] slots = change.slots().clone();
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] == null) {
                saidNull.add(names.get(slot));
            } else if (slots[slot] == Unsaid.UNSAID) {
                slots[slot] = null;
            }
        }
        writeSlots(slots, row);
        int ending = memory.endingAt();
        row[ending] = saidNull.isEmpty() ? null : String.join(",", saidNull);
        row[ending + 1] = change.kind() == ChangeKind.GONE;
        row[ending + 2] = change.cause().lane().value();
        row[ending + 3] = change.cause().position();
        return row;
    }

    /// Collects the natural keys that the rows have in a role.
    void named(int role, Collection<List<@Nullable Object[]>> rows, Set<Key> into) {
        rows.forEach(kept -> kept.forEach(row -> {
            if (readSlots(row)[1 + role] instanceof Key key) {
                into.add(key);
            }
        }));
    }

    private @Nullable Object[] readSlots(@Nullable Object[] row) {
        List<@Nullable Object> slots = new ArrayList<>();
        List<String> invalid = texts(row[memory.invalidAt()]);
        int at = memory.slotsAt();
        slots.add(row[at++]);
        for (Role role : roles) {
            int width = widthOf(role);
            slots.add(invalid.contains(role.name().value()) ? SpecialMember.INVALID : readRole(role, row, at));
            at += width;
        }
        while (at < memory.invalidAt()) {
            slots.add(row[at++]);
        }
        return slots.toArray();
    }

    private static @Nullable Object readRole(Role role, @Nullable Object[] row, int at) {
        return switch (role) {
            case Role.OfMember _ -> row[at] == null ? null : Key.from(row, at, widthOf(role));
            case Role.OfDay _, Role.OfTime _, Role.OfJunk _, Role.OfBridge _ -> row[at];
        };
    }

    private void writeSlots(@Nullable Object[] slots, @Nullable Object[] row) {
        List<String> invalid = new ArrayList<>();
        int at = memory.slotsAt();
        row[at++] = slots[0];
        for (int index = 0; index < roles.size(); index++) {
            switch (slots[1 + index]) {
                case Key key -> key.writeTo(row, at);
                case LocalDate day -> row[at] = day;
                case LocalTime time -> row[at] = time;
                case SpecialMember _ -> invalid.add(roles.get(index).name().value());
                case null, default -> {}
            }
            at += widthOf(roles.get(index));
        }
        for (int slot = 1 + roles.size(); slot < slots.length; slot++) {
            row[at++] = slots[slot];
        }
        row[memory.invalidAt()] = invalid.isEmpty() ? null : String.join(",", invalid);
    }

    private static int widthOf(Role role) {
        return switch (role) {
            case Role.OfMember member -> member.inputs().size();
            case Role.OfDay _, Role.OfTime _, Role.OfJunk _, Role.OfBridge _ -> 1;
        };
    }

    private static List<String> texts(@Nullable Object joined) {
        return joined instanceof String text ? List.of(text.split(",", -1)) : List.of();
    }
}
