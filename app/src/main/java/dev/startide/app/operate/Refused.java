package dev.startide.app.operate;

import io.micronaut.http.HttpStatus;

/// A request of an operator is refused; the message is what they are told.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private Refused(HttpStatus status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    static Refused unknown(String detail) {
        return new Refused(HttpStatus.UNAUTHORIZED, detail);
    }

    static Refused forbidden(String detail) {
        return new Refused(HttpStatus.FORBIDDEN, detail);
    }

    static Refused wrong(String detail) {
        return new Refused(HttpStatus.BAD_REQUEST, detail);
    }

    static Refused missing(String detail) {
        return new Refused(HttpStatus.NOT_FOUND, detail);
    }

    HttpStatus status() {
        return status;
    }
}
