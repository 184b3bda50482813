package dev.startide.adapter.inbound.http;

import io.micronaut.http.HttpStatus;
import java.util.Locale;

/// Why a request, or an event of it, is refused; and with which status.
enum Mistake {
    MALFORMED(HttpStatus.BAD_REQUEST, "The body cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "It is not known who sends this"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The sender may not send to this source"),
    UNKNOWN_SOURCE(HttpStatus.NOT_FOUND, "There is no such source"),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The request took too long to arrive"),
    TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large"),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type is not supported"),
    ENCODING(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content encoding is not supported"),
    INVALID_EVENT(HttpStatus.UNPROCESSABLE_ENTITY, "The event is not valid"),
    TOO_FAST(HttpStatus.TOO_MANY_REQUESTS, "The sender sends too much"),
    BUSY(HttpStatus.TOO_MANY_REQUESTS, "Too much is waiting to be logged"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Events cannot be logged at the moment"),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "Events cannot be logged");

    private final HttpStatus status;
    private final String title;

    Mistake(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /// Stays the same whatever the words.
    String type() {
        return "urn:startide:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
