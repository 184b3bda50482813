/// An Apache Pulsar standalone broker as a process of its own, and the two small things every embedded server needs: a
/// data directory that belongs to one process at a time, and ports that stay the same from one start to the next.
///
/// The broker runs in a child JVM with the class path of this module, because its Netty and its other libraries clash
/// with those of the product. Other modules see this module without its dependencies; of its classes, only
/// [dev.startide.dev.broker.BrokerMain] touches Pulsar.
@NullMarked
package dev.startide.dev.broker;

import org.jspecify.annotations.NullMarked;
