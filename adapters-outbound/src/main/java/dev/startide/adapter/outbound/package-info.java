/// The ways out. An adapter does what an outbound port of the domain promises, in one technology,
/// and decides nothing.
@NullMarked
package dev.startide.adapter.outbound;

import org.jspecify.annotations.NullMarked;
