package dev.startide.domain.failure;

/// What the platform does about a failure. Every failure code names exactly one.
public enum Handling {
    /// The input is at fault: set it aside with its reason and carry on with the next one.
    QUARANTINE,

    /// Something was in the way that passes by itself: try the same input again soon, in smaller
    /// parts if it took too long. Readiness speaks of it only once it has gone on for a while.
    RETRY,

    /// The surroundings cannot do their part: wait until they can, more and more slowly, and say at
    /// once what is waited for. Nothing is set aside meanwhile, however long it takes.
    PAUSE,

    /// We or our configuration are at fault: stop, loudly, before more data goes wrong.
    HALT;

    /// Whether the same input may succeed later without anybody doing anything to it or to us.
    public boolean mayPass() {
        return switch (this) {
            case RETRY, PAUSE -> true;
            case QUARANTINE, HALT -> false;
        };
    }
}
