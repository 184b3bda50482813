package dev.startide.app.wiring;

import dev.startide.domain.port.inbound.SendNotices;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.NoticeOutbox;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.port.outbound.Quarantine;
import dev.startide.domain.port.outbound.QuarantineActions;
import dev.startide.domain.port.outbound.QuarantineNotices;
import dev.startide.domain.service.NoticeService;
import dev.startide.domain.service.QuarantineService;
import dev.startide.domain.service.Retries;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// Makes the services for events that were set aside.
@Factory
final class QuarantineFactory {

    @Singleton
    QuarantineService quarantineService(
            Quarantine quarantine, QuarantineActions actions, EventLookup events, PausedSources sources) {
        return new QuarantineService(quarantine, actions, events, sources);
    }

    /// Only where somebody receives notices.
    @Singleton
    @Requires(beans = QuarantineNotices.class)
    SendNotices sendNotices(NoticeOutbox outbox, QuarantineNotices receiver) {
        return new NoticeService(outbox, receiver);
    }

    @Singleton
    Retries retries(QuarantineActions actions, EventLookup events, Amendments amendments, EventAccounts accounts) {
        return new Retries(actions, events, amendments, accounts);
    }
}
