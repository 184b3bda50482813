package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.ColumnName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a member was for a while.
///
/// @param from inclusive
/// @param until exclusive
/// @param attributes what its columns show, the mark of a member that is gone among them
record ExpectedVersion(
        Key member, int number, Instant from, Instant until, Map<ColumnName, @Nullable Object> attributes) {

    boolean holdsAt(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /// The same, as the version of that number.
    ExpectedVersion numbered(int position) {
        return new ExpectedVersion(member, position, from, until, attributes);
    }

    /// How a fact's row names it.
    String name() {
        return nameOf(member, number, from);
    }

    static String nameOf(Key member, Object number, Object from) {
        return "%s v%s from %s".formatted(member, number, from);
    }
}
