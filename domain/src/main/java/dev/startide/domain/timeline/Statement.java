package dev.startide.domain.timeline;

import dev.startide.domain.event.ChangeOrder;
import org.jspecify.annotations.Nullable;

/// What one change says of a dimension member.
///
/// @param attributes aligned with the dimension's attributes, `Unsaid` where the change said
///     nothing
public record Statement(ChangeOrder order, @Nullable Object[] attributes) {}
