package dev.startide.domain.port.outbound;

import dev.startide.domain.access.ApiKey;
import dev.startide.domain.access.KeyRing;
import java.util.Collection;
import java.util.Optional;

/// Where the hashes of keys are kept. Safe for use by many threads; changed by one process at a
/// time.
public interface ApiKeys {

    /// All keys that are valid, as of a second ago at most; empty if none are in use here.
    ///
    /// Once keys were read, those hold as long as newer ones cannot be: a file that is being
    /// replaced, or damaged, neither opens nor closes the door.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if they could never
    ///     be read
    Optional<KeyRing> current();

    /// Adds a key, durably; the first one makes the place where they are kept.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if its sender has as
    ///     many as are allowed, or there is nowhere to keep it
    void add(ApiKey key);

    /// Removes keys, durably, and leaves everything else as it is. Those that are not there do not
    /// matter.
    void remove(Collection<ApiKey> keys);
}
