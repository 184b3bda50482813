/// A model in which everything that the language offers meets, for courses of random events.
@NullMarked
package dev.startide.domain.testkit.everything;

import org.jspecify.annotations.NullMarked;
