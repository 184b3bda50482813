package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the warehouse holds of a member.
///
/// @param versions rows of the dimension's table, in the order of their validity, at least one
/// @param latest the order of the member's latest change; [ChangeOrder#NEVER] for one that was only
///     inferred
public record StoredMember(List<@Nullable Object[]> versions, ChangeOrder latest) {

    public StoredMember {
        versions = List.copyOf(versions);
    }
}
