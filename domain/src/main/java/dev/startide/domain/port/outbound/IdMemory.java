package dev.startide.domain.port.outbound;

/// The ids by which events are recognised that come again. [RawLog] remembers them; they are
/// forgotten here. Safe for use by any number of threads and processes at once; nobody who appends
/// waits.
public interface IdMemory {

    /// Forgets ids whose window is over, a bounded number of them.
    ///
    /// @return how many
    long forget();

    /// About how many are remembered.
    long count();
}
