package dev.startide.app.wiring;

import dev.startide.domain.port.inbound.AdmitSenders;
import dev.startide.domain.port.inbound.IssueKeys;
import dev.startide.domain.port.outbound.ApiKeys;
import dev.startide.domain.service.AdmitService;
import dev.startide.domain.service.IssueService;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Makes the services that know who may send.
@Factory
final class AccessFactory {

    private static final String OPERATORS = "operators";

    @Singleton
    @Primary
    AdmitSenders admitSenders(ApiKeys keys) {
        return new AdmitService(keys);
    }

    /// Those who may look at the quarantine and settle it over HTTP.
    @Singleton
    @Named(OPERATORS)
    AdmitSenders operators(@Named(OPERATORS) ApiKeys keys) {
        return new AdmitService(keys);
    }

    @Singleton
    IssueKeys issueKeys(ApiKeys keys, InstantSource clock) {
        return new IssueService(keys, new SecureRandom(), clock);
    }
}
