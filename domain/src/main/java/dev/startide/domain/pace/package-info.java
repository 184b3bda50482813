/// How much is loaded at a time, decided from what the last batches took. Pure: durations come in,
/// sizes go out.
@NullMarked
package dev.startide.domain.pace;

import org.jspecify.annotations.NullMarked;
