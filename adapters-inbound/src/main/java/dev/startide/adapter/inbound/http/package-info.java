/// Takes events over HTTP: CloudEvents 1.0 in binary, structured and batch mode, NDJSON, and plain
/// JSON objects, at `POST /events/…`.
///
/// The way of a request: its bytes are counted against a budget before they are read; the body is
/// cut into events, each the very bytes that arrived; the lane's one writer merges the events of
/// all requests that wait into one batch; each request gets the outcomes of its own events, after
/// the commit. A request that is not answered with 202 may have been logged nevertheless if the
/// answer is 503; sending it again is safe, because a doubled event changes nothing.
///
/// Each instance of the server writes lanes of its own, named by [HttpIngestConfig].
@NullMarked
package dev.startide.adapter.inbound.http;

import org.jspecify.annotations.NullMarked;
