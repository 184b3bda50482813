package dev.startide.domain.access;

import java.time.Instant;

/// A key as it is kept: whose it is, and what tells it from others, but not the key itself.
///
/// @param issuedAt when it was made
public record ApiKey(Sender sender, KeyHash hash, Instant issuedAt) {

    /// How every key begins, so that people and scanners know one when they see it.
    public static final String PREFIX = "stk_";
}
