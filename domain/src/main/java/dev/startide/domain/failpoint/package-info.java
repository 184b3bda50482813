/// Places at which a process can be made to die on purpose, to see that nothing is lost by it.
///
/// Nothing happens at them unless the JVM was started with `-Dstartide.fail-point`, which is for
/// tests alone. Decisions have none: what is pure cannot be interrupted in a way that matters.
@NullMarked
package dev.startide.domain.failpoint;

import org.jspecify.annotations.NullMarked;
