/// Small rows of our own: lease, cursors, progress, applied models.
@NullMarked
package dev.startide.adapter.outbound.postgres.control;

import org.jspecify.annotations.NullMarked;
