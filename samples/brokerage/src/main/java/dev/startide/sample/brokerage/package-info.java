/// A brokerage with customers, accounts, trades and prices, as a stream of business events.
///
/// Start with `BrokerageEvents`. What happens here is derived from the story that TPC-DI tells
/// (customers whose changes reach their accounts, sparse updates, trades that go from status to
/// status, daily prices); data and generator are our own.
///
/// Everything is a function of `BrokerageSettings`: equal settings give equal events and equal
/// bytes, so that sending them again must not change a warehouse.
@NullMarked
package dev.startide.sample.brokerage;

import org.jspecify.annotations.NullMarked;
