package dev.startide.sample.tpch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;

/// A customer registered or changed; always the full state.
///
/// @param change the position of this change in the life of the customer; not sent
/// @param accountBalance with two decimals, may be negative
public record CustomerChanged(
        long customerId,
        @JsonIgnore int change,
        String name,
        String nation,
        String region,
        String segment,
        BigDecimal accountBalance,
        String phone,
        Instant changedAt)
        implements TpchEvent.MemberChanged {

    @Override
    public String id() {
        return "customer-%d-%d".formatted(customerId, change);
    }

    @Override
    public long memberId() {
        return customerId;
    }

    CustomerChanged next(Instant at) {
        return new CustomerChanged(customerId, change + 1, name, nation, region, segment, accountBalance, phone, at);
    }

    CustomerChanged movedTo(Place place, String newPhone) {
        return new CustomerChanged(
                customerId, change, name, place.nation(), place.region(), segment, accountBalance, newPhone, changedAt);
    }

    CustomerChanged inSegment(String newSegment) {
        return new CustomerChanged(
                customerId, change, name, nation, region, newSegment, accountBalance, phone, changedAt);
    }

    CustomerChanged reachedAt(String newPhone, BigDecimal balance) {
        return new CustomerChanged(customerId, change, name, nation, region, segment, balance, newPhone, changedAt);
    }
}
