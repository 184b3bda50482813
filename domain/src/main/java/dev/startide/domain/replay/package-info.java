/// Reading a part of the raw log again: which part, and what came of it.
@NullMarked
package dev.startide.domain.replay;

import org.jspecify.annotations.NullMarked;
