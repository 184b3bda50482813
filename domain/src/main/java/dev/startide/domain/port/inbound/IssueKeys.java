package dev.startide.domain.port.inbound;

import dev.startide.domain.access.ApiKey;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import java.util.List;

/// Gives keys to senders, and takes them back. For people at a console; one call at a time.
public interface IssueKeys {

    /// Makes a key and keeps its hash. The key is told here and never again.
    ///
    /// **Not idempotent**: each call makes another key.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if the sender has as
    ///     many as are allowed, or there is nowhere to keep one
    String issue(Sender sender);

    /// All keys that are valid, in the order in which they were made.
    List<ApiKey> keys();

    /// Makes keys of a sender invalid. Saying it twice changes nothing.
    ///
    /// @return those that were valid until now
    List<ApiKey> withdraw(SenderName sender, Which which);

    /// Which keys of a sender are meant.
    enum Which {
        /// Every one.
        ALL,

        /// All but the latest: the end of an exchange.
        OLDER
    }
}
