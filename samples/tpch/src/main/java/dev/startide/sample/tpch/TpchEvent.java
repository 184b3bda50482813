package dev.startide.sample.tpch;

import java.time.Instant;

/// Something that happened in the company. Immutable; all instants have microsecond precision.
public sealed interface TpchEvent {

    /// The identity of the event, unique among all events and the same whenever it is sent again.
    String id();

    /// When it happened in the company, not when anybody was told.
    Instant occurredAt();

    /// An event that states what a member of a dimension looks like from now on.
    sealed interface MemberChanged extends TpchEvent permits CustomerChanged, SupplierChanged, PartChanged {

        /// The natural key of the member.
        long memberId();

        /// The position of this change in the life of its member; 0 is the registration.
        int change();

        Instant changedAt();

        @Override
        default Instant occurredAt() {
            return changedAt();
        }
    }

    /// An event that happened once and is never changed.
    sealed interface Happened extends TpchEvent permits OrderPlaced {}
}
