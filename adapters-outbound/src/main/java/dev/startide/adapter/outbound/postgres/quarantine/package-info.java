/// The quarantine, what is to be done with it, and what was decided about its events.
@NullMarked
package dev.startide.adapter.outbound.postgres.quarantine;

import org.jspecify.annotations.NullMarked;
