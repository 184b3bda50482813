package dev.startide.app.wiring;

import dev.startide.domain.port.inbound.AdmitSenders;
import dev.startide.domain.port.inbound.IssueKeys;
import dev.startide.domain.port.outbound.ApiKeys;
import dev.startide.domain.service.AdmitService;
import dev.startide.domain.service.IssueService;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Makes the services that know who may send.
@Factory
final class AccessFactory {

    @Singleton
    AdmitSenders admitSenders(ApiKeys keys) {
        return new AdmitService(keys);
    }

    @Singleton
    IssueKeys issueKeys(ApiKeys keys, InstantSource clock) {
        return new IssueService(keys, new SecureRandom(), clock);
    }
}
