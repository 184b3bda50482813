/// The ways in. An adapter turns what a broker, a client or a file says into calls of the domain's
/// inbound ports and acknowledges only what these have made durable.
@NullMarked
package dev.startide.adapter.inbound;

import org.jspecify.annotations.NullMarked;
