/// Embedded PostgreSQL and Pulsar for the demo and for tests: real servers with the durability of production, started
/// on a data directory and stopped with the process that started them.
///
/// * [dev.startide.dev.DevServices] is the program that the demo starts beside the product.
/// * [dev.startide.dev.PostgresServer] and [dev.startide.dev.PulsarServer] are the servers themselves.
/// * [dev.startide.dev.TestPostgres] and [dev.startide.dev.TestPulsar] give tests the server that is at hand: one named
///   by its URL, a container, or an embedded one.
///
/// A data directory belongs to one process at a time. A process that is killed takes its servers with it; whatever is
/// left behind all the same is stopped by the next start on the directory. All servers listen on the loopback
/// interface only.
@NullMarked
package dev.startide.dev;

import org.jspecify.annotations.NullMarked;
