package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.RegisterRow;
import dev.startide.domain.normalize.Shares;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.TimeOfDayLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.SpecialMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Facts as rows, and back. In a register a fact has natural keys and days; in a row it has keys.
///
/// What names no member is null in a register, and what was said but can be no key is
/// [SpecialMember#INVALID]: the keys of special members tell both apart when a row is read back.
final class FactRows {

    /// Finds the keys that a row points at.
    interface Keys {

        /// The member, which is inferred if nobody has heard of it.
        Member member(DimensionName dimension, Key naturalKey);

        /// The key of a day, which is added to the calendar if it does not have it.
        int day(Role.OfDay role, LocalDate day);

        /// The key of a combination, which is added to its dimension.
        long combination(DimensionName dimension, List<? extends @Nullable Object> values);
    }

    private static final int MONTHS = 100;
    private static final int YEARS = 10_000;

    private final FactLayout layout;
    private final List<Role> roles;
    private final List<String> names;
    private final List<BridgeRows> bridges;
    private final FactTime time;

    FactRows(FactLayout layout) {
        this.layout = layout;
        this.roles = layout.fact().roles();
        this.bridges = layout.bridges().stream().map(BridgeRows::new).toList();
        this.time = FactTime.of(layout);
        this.names = slotNames(layout.fact());
    }

    /// What the slots of a change are called, so that stored text outlives their order.
    static List<String> slotNames(Fact fact) {
        return Stream.of(
                        Stream.of(FactLayout.EVENT_TIME.value()),
                        fact.roles().stream().map(role -> "@" + role.name()),
                        FactLayout.flagsOf(fact).stream().map(flag -> "@" + flag.name()),
                        fact.storedInputs().stream().map(input -> input.name().value()))
                .flatMap(part -> part)
                .toList();
    }

    Register read(StoredFact stored) {
        @Nullable Object[] row = stored.row();
        List<@Nullable Object> slots = new ArrayList<>(layout.slots());
        slots.add(row[time.storedAt()]);
        int at = layout.eventTimeAt() + 1;
        int member = 0;
        int bridge = 0;
        for (Role role : roles) {
            switch (role) {
                case Role.OfMember ofMember -> {
                    slots.add(
                            isInvalid(row[at])
                                    ? SpecialMember.INVALID
                                    : stored.members().get(member).orElse(null));
                    member++;
                    at += FactLayout.keysOf(ofMember);
                }
                case Role.OfDay _ -> slots.add(dayOf(row[at++]));
                case Role.OfTime _ -> slots.add(timeOf(row[at++]));
                case Role.OfJunk _ -> {
                    slots.add(null);
                    at++;
                }
                case Role.OfBridge _ ->
                    slots.add(bridges.get(bridge).read(stored.shares().get(bridge++)));
            }
        }
        slots.addAll(Arrays.asList(stored.flags()));
        for (int index = layout.storedInputsAt(); index < layout.ownColumnsAt(); index++) {
            slots.add(row[index]);
        }
        return RegisterRow.read(slots.toArray(), names, row, layout.bookkeepingAt());
    }

    @Nullable
    Object[] write(Key grain, Register register, Keys keys) {
        @Nullable Object[] row = write(grain, time.in(register), register::value, keys);
        RegisterRow.write(register, names, row, layout.bookkeepingAt());
        return row;
    }

    /// The row without bookkeeping.
    ///
    /// @param slots the values of the slots
    @Nullable
    Object[] write(Key grain, Instant eventTime, IntFunction<@Nullable Object> slots, Keys keys) {
        @Nullable Object[] row = new Object[layout.width()];
        grain.writeTo(row, 0);
        row[layout.eventTimeAt()] = eventTime;
        int at = layout.eventTimeAt() + 1;
        int flagsAt = layout.flagsAt();
        for (int index = 0; index < roles.size(); index++) {
            if (roles.get(index) instanceof Role.OfJunk junk) {
                row[at++] = keys.combination(
                        junk.dimension(), values(slots, flagsAt, junk.inputs().size()));
                flagsAt += junk.inputs().size();
            } else {
                at = writeKeys(roles.get(index), slots.apply(1 + index), eventTime, row, at, keys);
            }
        }
        for (int slot = flagsAt; slot < layout.slots(); slot++) {
            row[at++] = slots.apply(slot);
        }
        return row;
    }

    /// Sees to it that every member and day exists that a change names, also one that another
    /// change of the same fact takes back: else it would depend on the batches whether it exists.
    void meet(FactChange change, Keys keys) {
        for (int index = 0; index < roles.size(); index++) {
            Object named = change.slots()[1 + index];
            switch (roles.get(index)) {
                case Role.OfMember member when named instanceof Key key -> meet(member, key, keys);
                case Role.OfDay day when named instanceof LocalDate date -> keys.day(day, date);
                case Role.OfBridge bridge
                when named instanceof Shares shares ->
                    shares.keys().forEach(key -> keys.member(bridge.dimension(), key));
                case Role.OfMember _, Role.OfDay _, Role.OfTime _, Role.OfJunk _, Role.OfBridge _ -> {}
            }
        }
    }

    private static void meet(Role.OfMember role, Key naturalKey, Keys keys) {
        keys.member(role.dimension(), naturalKey);
        role.combinations().forEach(combination -> keys.member(combination.trail(), naturalKey));
    }

    private static int writeKeys(
            Role role, @Nullable Object value, Instant time, @Nullable Object[] row, int at, Keys keys) {
        return switch (role) {
            case Role.OfMember ofMember -> {
                int end = at + FactLayout.keysOf(ofMember);
                if (value instanceof Key naturalKey) {
                    writeMember(ofMember, naturalKey, time, row, at, keys);
                } else {
                    Arrays.fill(row, at, end, (long) special(role, value).key());
                }
                yield end;
            }
            case Role.OfDay ofDay -> {
                row[at] = value instanceof LocalDate day
                        ? keys.day(ofDay, day)
                        : special(role, value).key();
                yield at + 1;
            }
            case Role.OfTime _ -> {
                row[at] = value instanceof LocalTime said
                        ? TimeOfDayLayout.keyOf(said)
                        : special(role, value).key();
                yield at + 1;
            }
            case Role.OfBridge _ -> at;
            case Role.OfJunk _ -> throw new IllegalArgumentException("%s has flags".formatted(role.name()));
        };
    }

    private static void writeMember(
            Role.OfMember role, Key naturalKey, Instant time, @Nullable Object[] row, int at, Keys keys) {
        Member member = keys.member(role.dimension(), naturalKey);
        row[at] = member.asOf(time).key();
        row[at + 1] = member.durableKey();
        int next = at + 2;
        for (Role.Combination combination : role.combinations()) {
            MemberVersion held = keys.member(combination.trail(), naturalKey).asOf(time);
            row[next] = keys.combination(combination.dimension(), Arrays.asList(held.attributes()));
            row[next + 1] = held.key();
            next += 2;
        }
    }

    private static List<@Nullable Object> values(IntFunction<@Nullable Object> slots, int from, int count) {
        List<@Nullable Object> values = new ArrayList<>(count);
        for (int slot = from; slot < from + count; slot++) {
            values.add(slots.apply(slot));
        }
        return values;
    }

    /// The member that stands where a slot names none.
    private static SpecialMember special(Role role, @Nullable Object value) {
        return value instanceof SpecialMember said ? said : role.missing();
    }

    private static boolean isInvalid(@Nullable Object key) {
        return key instanceof Number number && number.longValue() == SpecialMember.INVALID.key();
    }

    private static @Nullable Object dayOf(@Nullable Object key) {
        if (isInvalid(key)) {
            return SpecialMember.INVALID;
        }
        return key instanceof Integer number && number > 0
                ? LocalDate.of(number / YEARS, number / MONTHS % MONTHS, number % MONTHS)
                : null;
    }

    private static @Nullable LocalTime timeOf(@Nullable Object key) {
        return key instanceof Integer number && number >= 0 ? TimeOfDayLayout.timeOf(number) : null;
    }
}
