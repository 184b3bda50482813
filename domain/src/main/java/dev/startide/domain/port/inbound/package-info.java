/// What the outside may ask of the domain: verbs. And `EventSource`, the shape of an adapter that
/// reads a source, with `SourceDiagnoses`, what it can tell of one.
@NullMarked
package dev.startide.domain.port.inbound;

import org.jspecify.annotations.NullMarked;
