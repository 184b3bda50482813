/// Reads the payloads of logged events: JSON, CloudEvents, Avro, change envelopes in them, and what
/// Pulsar makes of keys, values and single values.
///
/// Decoders push what they find into a [Target]: either straight into the slots of the declared
/// fields, or, where expressions have to see the event as a whole, into a tree first. All limits on
/// untrusted bytes are kept by the decoders, so that reading takes time and memory in proportion to
/// the payload's size at worst.
@NullMarked
package dev.startide.adapter.outbound.payload;

import org.jspecify.annotations.NullMarked;
