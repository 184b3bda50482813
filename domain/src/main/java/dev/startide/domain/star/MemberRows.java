package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.timeline.Life;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Deletes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Members as rows of their dimension's table, and back.
final class MemberRows {

    private final MemberLayout layout;

    MemberRows(MemberLayout layout) {
        this.layout = layout;
    }

    Member read(Key naturalKey, StoredMember stored) {
        List<MemberVersion> versions =
                stored.versions().stream().map(this::version).toList();
        @Nullable Object[] first = stored.versions().getFirst();
        boolean inferred = Boolean.TRUE.equals(first[layout.versionAt() + 4]);
        return new Member(
                number(first[1]), naturalKey, inferred ? Member.Standing.INFERRED : Member.Standing.STATED, versions);
    }

    /// The row of one of a member's versions.
    @Nullable
    Object[] write(Member member, int index) {
        MemberVersion version = member.versions().get(index);
        @Nullable Object[] row = new Object[layout.width()];
        row[0] = version.key();
        row[1] = member.durableKey();
        member.naturalKey().writeTo(row, layout.naturalKeyAt());
        System.arraycopy(version.attributes(), 0, row, layout.attributesAt(), version.attributes().length);
        int at = layout.versionAt();
        row[at] = index + 1;
        row[at + 1] = version.from();
        row[at + 2] = version.until();
        row[at + 3] = version.until().equals(MemberLayout.OPEN_END);
        row[at + 4] = member.standing() == Member.Standing.INFERRED;
        row[at + 5] = index + 1 == member.versions().size();
        if (layout.dimension().deletes() == Deletes.FLAG) {
            row[at + 6] = version.life() == Life.GONE;
        }
        return row;
    }

    private MemberVersion version(@Nullable Object[] row) {
        int at = layout.versionAt();
        return new MemberVersion(
                number(row[0]),
                instant(row[at + 1]),
                instant(row[at + 2]),
                layout.dimension().deletes() == Deletes.FLAG && Boolean.TRUE.equals(row[at + 6])
                        ? Life.GONE
                        : Life.ALIVE,
                Arrays.copyOfRange(row, layout.attributesAt(), at));
    }

    private static long number(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("A version has no key");
    }

    private static Instant instant(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        throw new IllegalArgumentException("A version has no bounds");
    }
}
