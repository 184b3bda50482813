package dev.startide.sample.tpch.publish;

/// Publishing cannot go on. The message is a sentence for the user and names the address.
public final class PublishingFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PublishingFailed(String message) {
        super(message);
    }

    public PublishingFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
