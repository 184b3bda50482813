/// How long the raw log is kept: its volumes, when the next one begins, and which may go.
@NullMarked
package dev.startide.domain.retention;

import org.jspecify.annotations.NullMarked;
