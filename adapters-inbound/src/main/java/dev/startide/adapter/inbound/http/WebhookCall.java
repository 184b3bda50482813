package dev.startide.adapter.inbound.http;

import io.micronaut.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// What the head of a signed request says, as Standard Webhooks has it.
///
/// @param id of the message: the same however often it is sent
/// @param timestamp when it was sent, as it was written
/// @param signatures those of a version that we know
record WebhookCall(String id, String timestamp, List<byte[]> signatures) {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final String VERSION = "v1,";
    private static final int MOST_SIGNATURES = 10;

    WebhookCall {
        signatures = List.copyOf(signatures);
    }

    /// Reads the head.
    ///
    /// @param tolerance how old, or how far ahead, a request may be: one that was overheard cannot
    ///     be sent again much later
    static WebhookCall of(HttpHeaders headers, Instant now, Duration tolerance) throws RefusedException {
        String id = required(headers, ID);
        String timestamp = required(headers, TIMESTAMP);
        List<byte[]> signatures = signatures(required(headers, SIGNATURE));
        Instant sent = instant(timestamp);
        if (Duration.between(sent, now).abs().compareTo(tolerance) > 0) {
            throw refused("The %s is not of the last %d seconds; check the clocks"
                    .formatted(TIMESTAMP, tolerance.toSeconds()));
        }
        return new WebhookCall(id, timestamp, signatures);
    }

    private static String required(HttpHeaders headers, String name) throws RefusedException {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw refused("Requests for this source are signed: the header %s is missing".formatted(name));
        }
        return value.strip();
    }

    private static Instant instant(String timestamp) throws RefusedException {
        try {
            return Instant.ofEpochSecond(Long.parseLong(timestamp));
        } catch (NumberFormatException | java.time.DateTimeException _) {
            throw refused("The %s is no number of seconds since 1970".formatted(TIMESTAMP));
        }
    }

    private static List<byte[]> signatures(String header) {
        List<byte[]> signatures = new ArrayList<>();
        for (String one : header.split(" ", MOST_SIGNATURES + 1)) {
            if (one.startsWith(VERSION) && signatures.size() < MOST_SIGNATURES) {
                decode(one.substring(VERSION.length()), signatures);
            }
        }
        return signatures;
    }

    private static void decode(String base64, List<byte[]> signatures) {
        try {
            signatures.add(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            signatures.add(new byte[0]);
        }
    }

    static RefusedException refused(String detail) {
        return new RefusedException(Mistake.UNAUTHENTICATED, detail);
    }
}
