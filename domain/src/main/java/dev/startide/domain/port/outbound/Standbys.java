package dev.startide.domain.port.outbound;

/// The standbys of the database, and others that follow its write-ahead log. Safe for use by many
/// threads.
public interface Standbys {

    /// Where nobody follows.
    Standbys NONE = () -> 0;

    /// How many bytes of write-ahead log the slowest of those that are connected has not applied
    /// yet; 0 if there is none, or if the database does not let us see it.
    ///
    /// @throws dev.startide.domain.failure.StartideException if the database does not answer
    long bytesBehind();
}
