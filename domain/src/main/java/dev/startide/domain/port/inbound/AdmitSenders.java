package dev.startide.domain.port.inbound;

import dev.startide.domain.access.Sender;
import java.util.Optional;

/// Finds out who shows a key. Safe for use by many threads.
public interface AdmitSenders {

    /// Whether keys are in use. Where they are not, an adapter may let everybody in, and says so.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if they are, but
    ///     cannot be read
    boolean keysAreInUse();

    /// Whose key this is; empty if it is nobody's.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if keys cannot be
    ///     read
    Optional<Sender> admit(String key);
}
