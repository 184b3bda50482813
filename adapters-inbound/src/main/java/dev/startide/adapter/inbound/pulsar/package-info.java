/// Reads Apache Pulsar topics into the raw log.
///
/// Each partition of a topic is a lane, with one virtual thread:
///
/// * A consumer of the source's Failover subscription is its **seat**. The broker gives the seat of
///   a partition to one instance at a time; the others stand by. The seat receives no messages. Its
///   acknowledgements, one for all messages up to a batch that is committed, tell the broker what
///   it may forget and show in its backlog figures.
/// * Who has the seat takes over the lane, which fences whoever had it before, and starts a reader
///   at the position that the **database** holds: a second consumer, whose subscription nobody
///   keeps. The broker's cursor decides nothing. (Moving the seat's own cursor with `seek` would
///   not do: it disconnects the active consumer, so that the broker hands the seat to the one
///   standing by, which would have to seek in turn.)
/// * What the broker no longer has is a gap, which `Gap` and `GapCheck` find; what it may delete is
///   looked up by `PolicyChecks`.
/// * After any failure the lane is opened again, and read from where the database says. There are
///   no negative acknowledgements, timeouts, retry topics or dead letter topics: nothing is ever
///   delivered out of order.
///
/// Waiting is bounded everywhere, and its bounds are settings of [PulsarConfig].
@NullMarked
package dev.startide.adapter.inbound.pulsar;

import org.jspecify.annotations.NullMarked;
