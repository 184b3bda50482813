/// An event on its way into the raw log: identity, payload, lane and position.
@NullMarked
package dev.startide.domain.event;

import org.jspecify.annotations.NullMarked;
