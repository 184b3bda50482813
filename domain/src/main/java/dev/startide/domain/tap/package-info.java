/// Watching events as they come: what a reader is shown of each.
@NullMarked
package dev.startide.domain.tap;

import org.jspecify.annotations.NullMarked;
