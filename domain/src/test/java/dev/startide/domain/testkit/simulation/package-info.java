/// A whole day of the platform in one thread: events that come by topic and by request, two
/// instances that log and load them, and everything that may go wrong in between. The services are
/// real, what they ask are the fakes that pass the contracts; who does what, and in the middle of
/// what, is a list of moves, so that a case can be repeated and made smaller.
@NullMarked
package dev.startide.domain.testkit.simulation;

import org.jspecify.annotations.NullMarked;
