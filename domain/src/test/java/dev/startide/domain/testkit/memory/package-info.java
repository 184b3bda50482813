/// Adapters that keep everything in memory: quick, strict, and able to fail on request.
@NullMarked
package dev.startide.domain.testkit.memory;

import org.jspecify.annotations.NullMarked;
