package dev.startide.adapter.inbound.http;

import io.micronaut.http.HttpHeaders;
import java.util.Locale;

/// How a body is packed for its way.
enum Encoding {
    NONE,
    GZIP;

    /// The encoding that a request names.
    ///
    /// @throws RefusedException if it is none of ours
    static Encoding of(HttpHeaders headers) throws RefusedException {
        String name = headers.get(HttpHeaders.CONTENT_ENCODING);
        return switch (name == null ? "" : name.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> NONE;
            case "gzip", "x-gzip" -> GZIP;
            default -> throw new RefusedException(Mistake.ENCODING, "Send the body with gzip, or as it is");
        };
    }
}
