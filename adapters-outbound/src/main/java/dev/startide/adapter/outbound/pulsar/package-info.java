/// Notices of events that were set aside, to a topic of Apache Pulsar: at least once, from an outbox
/// that the load fills in its own transaction, so that a broker that is away stops nothing.
@NullMarked
package dev.startide.adapter.outbound.pulsar;

import org.jspecify.annotations.NullMarked;
