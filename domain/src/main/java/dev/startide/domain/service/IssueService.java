package dev.startide.domain.service;

import dev.startide.domain.access.ApiKey;
import dev.startide.domain.access.KeyHash;
import dev.startide.domain.access.KeyRing;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.port.inbound.IssueKeys;
import dev.startide.domain.port.outbound.ApiKeys;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes keys of 256 random bits, and keeps their hashes.
public final class IssueService implements IssueKeys {

    private static final int KEY_BYTES = 32;

    private final ApiKeys keys;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// @param random must not be predictable
    public IssueService(ApiKeys keys, RandomGenerator random, InstantSource clock) {
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public String issue(Sender sender) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = ApiKey.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        keys.add(new ApiKey(sender, KeyHash.of(key), clock.instant()));
        return key;
    }

    @Override
    public List<ApiKey> keys() {
        return ring().keys();
    }

    @Override
    public List<ApiKey> withdraw(SenderName sender, Which which) {
        List<ApiKey> valid = ring().of(sender);
        List<ApiKey> withdrawn = switch (which) {
            case ALL -> valid;
            case OLDER -> valid.subList(0, Math.max(0, valid.size() - 1));
        };
        keys.remove(withdrawn);
        return List.copyOf(withdrawn);
    }

    private KeyRing ring() {
        return keys.current().orElseGet(() -> new KeyRing(List.of()));
    }
}
