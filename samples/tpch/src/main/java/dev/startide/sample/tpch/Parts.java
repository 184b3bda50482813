package dev.startide.sample.tpch;

import static java.math.RoundingMode.HALF_EVEN;

import io.trino.tpch.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The lives of parts: some are sold under another brand, priced anew or packed differently. A
/// few are listed only after they were first ordered, so that their first version has to hold for
/// the time before.
final class Parts {

    private static final double CHANGING = 0.15;
    private static final double LISTED_AFTER_ORDERS = 0.03;
    private static final Instant LISTED_AT_LAST = Instant.parse("1994-01-01T00:00:00Z");

    private static final List<String> CONTAINERS = List.of("JUMBO PKG", "LG CASE", "MED BAG", "SM BOX", "WRAP CAN");

    private static final Lives.Steps<PartChanged> STEPS = new Lives.Steps<>(
            PartChanged::next,
            (former, next) -> new PartChanged(
                    former.partId(),
                    next.change(),
                    former.name(),
                    former.brand(),
                    former.manufacturer(),
                    former.category(),
                    former.size(),
                    former.container(),
                    former.retailPrice(),
                    next.changedAt()),
            Parts::changed);

    private Parts() {}

    static List<PartChanged> generate(TpchSettings settings) {
        List<PartChanged> all = new ArrayList<>();
        for (Part part : TpchData.parts(settings.scale())) {
            Chance chance = Chance.about("part", part.partKey(), settings.seed());
            all.addAll(Lives.tell(
                    listed(part, chance), Lives.laterChanges(chance, CHANGING, LISTED_AT_LAST), chance, STEPS));
        }
        return all;
    }

    private static PartChanged listed(Part part, Chance chance) {
        return new PartChanged(
                part.partKey(),
                0,
                part.name(),
                part.brand(),
                part.manufacturer(),
                part.type(),
                part.size(),
                part.container(),
                Orders.hundredths(part.retailPriceInCents()),
                chance.happens(LISTED_AFTER_ORDERS)
                        ? chance.between(Lives.FIRST_ORDERS, LISTED_AT_LAST)
                        : chance.between(Lives.COMPANY_FOUNDED, Lives.FIRST_ORDERS));
    }

    private static PartChanged changed(PartChanged part, Chance chance) {
        return switch (chance.between(1, 5)) {
            case 1, 2 -> rebranded(part, chance);
            case 3, 4 -> part.pricedAt(repriced(part.retailPrice(), chance));
            default -> part.packedIn(chance.oneOf(CONTAINERS));
        };
    }

    private static PartChanged rebranded(PartChanged part, Chance chance) {
        int manufacturer = chance.between(1, 5);
        return part.soldAs(
                "Brand#%d%d".formatted(manufacturer, chance.between(1, 5)), "Manufacturer#%d".formatted(manufacturer));
    }

    private static BigDecimal repriced(BigDecimal price, Chance chance) {
        return price.multiply(Orders.hundredths(chance.between(90, 125))).setScale(2, HALF_EVEN);
    }
}
