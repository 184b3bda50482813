/// Why an event could not be used, and that none went missing.
@NullMarked
package dev.startide.domain.quality;

import org.jspecify.annotations.NullMarked;
