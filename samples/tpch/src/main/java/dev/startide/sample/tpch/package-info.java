/// A small trading company as a stream of business events, made from the TPC-H data generator.
///
/// Start with `TpchEvents`: it generates the events and puts them in an order of delivery.
/// `publish` sends them to Pulsar and over HTTP; `answer` computes from the same events what a
/// warehouse must answer.
///
/// Everything here is a pure function of `TpchSettings`: the same settings give the same events,
/// identities and bytes.
@NullMarked
package dev.startide.sample.tpch;

import org.jspecify.annotations.NullMarked;
