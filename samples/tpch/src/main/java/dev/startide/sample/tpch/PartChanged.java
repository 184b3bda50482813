package dev.startide.sample.tpch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;

/// A part was listed or changed; always the full state.
///
/// @param change the position of this change in the life of the part; not sent
/// @param category what TPC-H calls the type, such as `PROMO BURNISHED COPPER`
/// @param retailPrice of one piece, with two decimals
public record PartChanged(
        long partId,
        @JsonIgnore int change,
        String name,
        String brand,
        String manufacturer,
        String category,
        int size,
        String container,
        BigDecimal retailPrice,
        Instant changedAt)
        implements TpchEvent.MemberChanged {

    @Override
    public String id() {
        return "part-%d-%d".formatted(partId, change);
    }

    @Override
    public long memberId() {
        return partId;
    }

    PartChanged next(Instant at) {
        return new PartChanged(
                partId, change + 1, name, brand, manufacturer, category, size, container, retailPrice, at);
    }

    PartChanged soldAs(String newBrand, String newManufacturer) {
        return new PartChanged(
                partId, change, name, newBrand, newManufacturer, category, size, container, retailPrice, changedAt);
    }

    PartChanged pricedAt(BigDecimal price) {
        return new PartChanged(partId, change, name, brand, manufacturer, category, size, container, price, changedAt);
    }

    PartChanged packedIn(String newContainer) {
        return new PartChanged(
                partId, change, name, brand, manufacturer, category, size, newContainer, retailPrice, changedAt);
    }
}
