package dev.startide.domain.port.outbound;

import dev.startide.domain.quarantine.QuarantineNotice;
import java.util.List;

/// Somewhere that wants to know of every event that was set aside. At least once: a notice may come
/// again.
public interface QuarantineNotices {

    /// Sends notices. When it returns, the receiver has them for good.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SOURCE_UNAVAILABLE` if the receiver
    ///     cannot be reached or does not answer in time
    void send(List<QuarantineNotice> notices);
}
