/// Trying out a model: its tests' events in several orders, and what the warehouse shows then against
/// what it is to show. Pure.
@NullMarked
package dev.startide.domain.trial;

import org.jspecify.annotations.NullMarked;
