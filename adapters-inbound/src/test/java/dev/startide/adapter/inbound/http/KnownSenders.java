package dev.startide.adapter.inbound.http;

import dev.startide.domain.access.KeyRing;
import dev.startide.domain.access.Sender;
import dev.startide.domain.port.inbound.AdmitSenders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The senders of a test: whoever there is, until keys are given out.
final class KnownSenders implements AdmitSenders {

    private volatile @Nullable KeyRing ring;

    void use(KeyRing keys) {
        ring = keys;
    }

    @Override
    public boolean keysAreInUse() {
        return ring != null;
    }

    @Override
    public Optional<Sender> admit(String key) {
        return Optional.ofNullable(ring).flatMap(keys -> keys.senderOf(key));
    }
}
