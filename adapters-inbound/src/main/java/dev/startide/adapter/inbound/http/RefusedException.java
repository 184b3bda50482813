package dev.startide.adapter.inbound.http;

/// A request that is refused as a whole; ends its handling.
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Mistake mistake;

    /// @param detail one sentence for the sender
    RefusedException(Mistake mistake, String detail) {
        super(detail);
        this.mistake = mistake;
    }

    Mistake mistake() {
        return mistake;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
