package dev.startide.domain.star;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the warehouse holds of a member.
///
/// @param versions rows of the dimension's table, in the order of their validity, at least one
public record StoredMember(List<@Nullable Object[]> versions) {

    public StoredMember {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A stored member has a version");
        }
    }
}
