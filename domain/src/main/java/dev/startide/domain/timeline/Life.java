package dev.startide.domain.timeline;

/// Whether a member is there.
public enum Life {
    ALIVE,
    GONE
}
