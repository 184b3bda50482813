package dev.startide.domain.star;

import dev.startide.warehouse.layout.MemberLayout;
import java.time.Instant;
import java.util.List;

/// The stored changes of an entity, as far as its history has to be computed anew.
///
/// @param since the first instant that is affected; all changes from it on are there
record StoredChanges(Instant since, List<StoredChange> changes) {

    StoredChanges {
        changes = List.copyOf(changes);
    }

    /// Whether these are all changes that are stored.
    boolean areAll() {
        return !since.isAfter(MemberLayout.OPEN_START);
    }
}
