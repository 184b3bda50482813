package dev.startide.domain.access;

/// Somebody who sends events, and what they may do.
public record Sender(SenderName name, SenderScope scope, SenderRate rate) {}
