package dev.startide.adapter.inbound.http;

import dev.startide.warehouse.mapping.SourceName;

/// A source that takes requests.
///
/// @param writer logs its events
/// @param trust whom it believes
record Endpoint(SourceName source, LaneWriter writer, Trust trust) {

    /// Whom a source believes.
    sealed interface Trust {

        /// Whoever the doorkeeper knows.
        record Senders() implements Trust {}

        /// Whoever signs with one of these secrets, and nobody else.
        record Signatures(WebhookSecrets secrets) implements Trust {}
    }
}
