package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys for tests of rows: every member has two versions, the same ones, and what was asked for is
/// remembered.
final class NumberedKeys implements FactRows.Keys {

    static final Instant SPLIT = Instant.parse("2026-02-01T00:00:00Z");
    static final long EARLIER = 10;
    static final long LATER = 20;
    static final long DURABLE = 7;
    static final long COMBINATION = 4711;

    final List<String> met = new ArrayList<>();

    @Override
    public Member member(DimensionName dimension, Key naturalKey) {
        met.add("%s %s".formatted(dimension, naturalKey.part(0)));
        return new Member(
                DURABLE,
                naturalKey,
                Member.Standing.STATED,
                List.of(
                        new MemberVersion(EARLIER, MemberLayout.OPEN_START, SPLIT, new Object[] {"as it was earlier"}),
                        new MemberVersion(LATER, SPLIT, MemberLayout.OPEN_END, new Object[] {"as it was later"})));
    }

    @Override
    public int day(Role.OfDay role, LocalDate day) {
        met.add("%s %s".formatted(role.name(), day));
        return CalendarLayout.keyOf(day);
    }

    @Override
    public long combination(DimensionName dimension, List<? extends @Nullable Object> values) {
        met.add("%s %s".formatted(dimension, values));
        return COMBINATION;
    }
}
