package dev.startide.domain.port.outbound;

import dev.startide.domain.quarantine.QuarantineNotice;
import java.util.List;
import java.util.function.Consumer;

/// Notices that were kept in the transaction that set their events aside, until they are sent. Safe
/// for use by many threads and processes: what one of them is sending the others pass over.
public interface NoticeOutbox {

    /// Hands the next notices to a sender, in their order, and forgets them when it returns. If it
    /// throws they stay; so what was sent may be sent again.
    ///
    /// @param limit no more than so many
    /// @param sender not called if there are none
    /// @return how many were sent
    int deliver(int limit, Consumer<List<QuarantineNotice>> sender);
}
