/// The test kit: contracts that every adapter of a port extends, builders, and a small harness for
/// properties.
///
/// A contract is an abstract class of JUnit tests. An adapter proves itself by extending it and
/// supplying itself in the abstract methods; the fakes in `memory` do the same, so that a test with
/// a fake says something about the real thing.
@NullMarked
package dev.startide.domain.testkit;

import org.jspecify.annotations.NullMarked;
