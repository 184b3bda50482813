/// From an event to typed changes of entities and facts. Decisions only: nothing here asks a port.
@NullMarked
package dev.startide.domain.normalize;

import org.jspecify.annotations.NullMarked;
