package dev.startide.domain.port.inbound;

/// Sends notices of events that were set aside to whoever wants them. At least once, in their order,
/// and beside the load: a receiver that is away delays notices and nothing else.
public interface SendNotices {

    /// Sends the next notices, a bounded number of them.
    ///
    /// @return how many were sent; 0 if none waits
    /// @throws dev.startide.domain.failure.StartideException with a handling that may pass: they
    ///     stay, and the next call tries again
    int next();
}
