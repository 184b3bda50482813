package dev.startide.app.overload;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Bodies of requests with many sales each, of about a kilobyte. Making one costs little more than copying it, so
/// that senders take as little as they can from a machine that they share with whoever is flooded.
final class Sales {

    static final int EVENTS = 250;

    private static final String PADDING = "x".repeat(900);

    /// Where the number of the request stands in the pattern.
    private static final String NUMBER = "#######";

    /// Makes all numbers equally long.
    private static final int FIRST = 1_000_000;

    private static final byte[] PATTERN = pattern();

    private Sales() {}

    /// The body of a request, as lines of JSON.
    ///
    /// @param request its number, less than 9 million
    static byte[] of(int request) {
        byte[] body = PATTERN.clone();
        byte[] number = Integer.toString(FIRST + request).getBytes(US_ASCII);
        for (int at = 0; at < body.length; at++) {
            if (body[at] == '#') {
                System.arraycopy(number, 0, body, at, number.length);
                at += number.length - 1;
            }
        }
        return body;
    }

    /// The number of the request from what its events say.
    static int request(int said) {
        return said - FIRST;
    }

    private static byte[] pattern() {
        StringBuilder lines = new StringBuilder();
        for (int event = 0; event < EVENTS; event++) {
            lines.append("""
                    {"sale_id":"%1$s-%2$d","request":%1$s,"amount":1.5,"sold_at":"2026-03-01T08:00:00Z","note":"%3$s"}
                    """.formatted(NUMBER, event, PADDING));
        }
        return lines.toString().getBytes(US_ASCII);
    }
}
