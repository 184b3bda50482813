package dev.startide.domain.failure;

/// What the platform does about a failure. Every failure code names exactly one.
public enum Handling {
    /// The input is at fault: set it aside with its reason and carry on with the next one.
    QUARANTINE,

    /// The surroundings are at fault and may recover: try the same input again, later and more
    /// slowly.
    RETRY,

    /// We or our configuration are at fault: stop, loudly, before more data goes wrong.
    HALT
}
