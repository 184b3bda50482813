package dev.startide.dev;

/// How a server of PostgreSQL ends.
public enum StopMode {
    /// Sessions are ended, their transactions rolled back, and everything is written to disk.
    FAST,

    /// Sessions are cut off; the next start recovers from the log.
    IMMEDIATE,

    /// All its processes are killed, as when the machine loses its power; the next start recovers from the log.
    KILL
}
