/// What the outside may ask of the domain: verbs. And `EventSource`, the shape of an adapter that
/// reads a source.
@NullMarked
package dev.startide.domain.port.inbound;

import org.jspecify.annotations.NullMarked;
