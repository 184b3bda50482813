package dev.startide.domain.timeline;

import dev.startide.domain.event.ChangeOrder;
import org.jspecify.annotations.Nullable;

/// What one change says of a dimension member.
///
/// @param life what it says of the member as a whole; if the member is gone, nothing of its columns
/// @param attributes aligned with the columns of the history, `Unsaid` where the change said
///     nothing
public record Statement(
        ChangeOrder order, Life life, @Nullable Object[] attributes) {

    /// The same statement about these columns.
    public Statement with(@Nullable Object[] others) {
        return new Statement(order, life, others);
    }

    /// A statement about a member that is there.
    public Statement(ChangeOrder order, @Nullable Object[] attributes) {
        this(order, Life.ALIVE, attributes);
    }
}
