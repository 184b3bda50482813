package dev.startide.domain.testkit;

import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.port.outbound.Quarantine;
import dev.startide.domain.port.outbound.QuarantineActions;
import dev.startide.domain.service.QuarantineService;
import dev.startide.domain.service.Retries;

/// The adapters of one database that have to do with its quarantine.
public record QuarantineAdapters(
        Quarantine quarantine,
        QuarantineActions actions,
        Amendments amendments,
        EventLookup events,
        EventAccounts accounts,
        PausedSources sources) {

    /// The service over them.
    public QuarantineService service() {
        return new QuarantineService(quarantine, actions, events, sources);
    }

    /// What the loader tries again.
    public Retries retries() {
        return new Retries(actions, events, amendments, accounts);
    }
}
