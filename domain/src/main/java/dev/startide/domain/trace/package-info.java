/// Rows and events brought together for a reader: which event a row is from, what an event became,
/// what was ever said of a member.
///
/// Everything here is text and time, made for showing; nothing is decided by it.
@NullMarked
package dev.startide.domain.trace;

import org.jspecify.annotations.NullMarked;
