/// Sends the events the way real systems would: orders as Avro to a partitioned Pulsar topic,
/// parts as JSON to a plain one, customers and suppliers over HTTP as CloudEvents.
///
/// Start with `TpchPublisher`. Publishing the same events again sends the same bytes under the
/// same identities.
@NullMarked
package dev.startide.sample.tpch.publish;

import org.jspecify.annotations.NullMarked;
