/// The raw log: lanes, positions, ids, original bytes.
///
/// An append locks its lane's row first and moves it last, so that the positions of a lane are
/// dense and become visible in their order; ids are locked in between, sorted, so that appends to
/// different lanes never wait for each other in a circle.
@NullMarked
package dev.startide.adapter.outbound.postgres.log;

import org.jspecify.annotations.NullMarked;
