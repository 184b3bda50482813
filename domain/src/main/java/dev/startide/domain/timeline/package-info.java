/// A member's changes become its history; the one place that knows slowly changing dimensions.
@NullMarked
package dev.startide.domain.timeline;

import org.jspecify.annotations.NullMarked;
