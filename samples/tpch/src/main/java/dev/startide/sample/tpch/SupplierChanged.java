package dev.startide.sample.tpch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;

/// A supplier registered or changed; always the full state.
///
/// @param change the position of this change in the life of the supplier; not sent
/// @param accountBalance with two decimals, may be negative
public record SupplierChanged(
        long supplierId,
        @JsonIgnore int change,
        String name,
        String nation,
        String region,
        BigDecimal accountBalance,
        Instant changedAt)
        implements TpchEvent.MemberChanged {

    @Override
    public String id() {
        return "supplier-%d-%d".formatted(supplierId, change);
    }

    @Override
    public long memberId() {
        return supplierId;
    }

    SupplierChanged next(Instant at) {
        return new SupplierChanged(supplierId, change + 1, name, nation, region, accountBalance, at);
    }

    SupplierChanged movedTo(Place place) {
        return new SupplierChanged(supplierId, change, name, place.nation(), place.region(), accountBalance, changedAt);
    }

    SupplierChanged balancedAt(BigDecimal balance) {
        return new SupplierChanged(supplierId, change, name, nation, region, balance, changedAt);
    }
}
