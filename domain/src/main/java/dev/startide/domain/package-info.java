/// The flow of data: what happened, whether we have seen it, what it changes, and what to do when
/// it cannot be used.
///
/// Pure and free of frameworks. Time, storage and transport are reached only through the ports.
@NullMarked
package dev.startide.domain;

import org.jspecify.annotations.NullMarked;
