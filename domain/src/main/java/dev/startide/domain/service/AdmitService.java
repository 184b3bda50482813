package dev.startide.domain.service;

import dev.startide.domain.access.Sender;
import dev.startide.domain.port.inbound.AdmitSenders;
import dev.startide.domain.port.outbound.ApiKeys;
import java.util.Optional;

/// Compares the keys that senders show with those that are kept.
public final class AdmitService implements AdmitSenders {

    private final ApiKeys keys;

    public AdmitService(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean keysAreInUse() {
        return keys.current().isPresent();
    }

    @Override
    public Optional<Sender> admit(String key) {
        return keys.current().flatMap(ring -> ring.senderOf(key));
    }
}
