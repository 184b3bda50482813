/// What the inbound adapters share: reading JSON, lines, headers and CloudEvents identities within
/// limits, before anything is logged.
///
/// Payloads are looked at, never changed: the raw log keeps the bytes that arrived. Everything here
/// is stateless and safe for use by many threads, except [Lines].
@NullMarked
package dev.startide.adapter.inbound.decode;

import org.jspecify.annotations.NullMarked;
