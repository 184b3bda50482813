package dev.startide.sample.tpch;

import io.trino.tpch.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The lives of customers: registered before the first orders; about 20 % move, change their
/// segment or their phone.
final class Customers {

    private static final double CHANGING = 0.20;

    /// Changes that happen at the very instant of an order of the customer: the order belongs to
    /// the new version.
    private static final double AT_AN_ORDER = 0.20;

    private static final List<String> SEGMENTS =
            List.of("AUTOMOBILE", "BUILDING", "FURNITURE", "HOUSEHOLD", "MACHINERY");

    private static final Lives.Steps<CustomerChanged> STEPS = new Lives.Steps<>(
            CustomerChanged::next,
            (former, next) -> new CustomerChanged(
                    former.customerId(),
                    next.change(),
                    former.name(),
                    former.nation(),
                    former.region(),
                    former.segment(),
                    former.accountBalance(),
                    former.phone(),
                    next.changedAt()),
            Customers::changed);

    private Customers() {}

    static List<CustomerChanged> generate(TpchSettings settings, Map<Long, List<Instant>> orders) {
        List<CustomerChanged> all = new ArrayList<>();
        for (Customer customer : TpchData.customers(settings.scale())) {
            Chance chance = Chance.about("customer", customer.customerKey(), settings.seed());
            List<Instant> ordered = orders.getOrDefault(customer.customerKey(), List.of());
            all.addAll(Lives.tell(registered(customer, chance), changes(chance, ordered), chance, STEPS));
        }
        return all;
    }

    private static List<Instant> changes(Chance chance, List<Instant> ordered) {
        return Lives.laterChanges(chance, CHANGING, Lives.FIRST_ORDERS).stream()
                .map(at -> chance.happens(AT_AN_ORDER) ? nextOf(ordered, at) : at)
                .distinct()
                .sorted()
                .toList();
    }

    private static Instant nextOf(List<Instant> ordered, Instant at) {
        return ordered.stream()
                .filter(order -> !order.isBefore(at))
                .min(Comparator.naturalOrder())
                .orElse(at);
    }

    private static CustomerChanged registered(Customer customer, Chance chance) {
        Place place = Place.ALL.get(Math.toIntExact(customer.nationKey()));
        return new CustomerChanged(
                customer.customerKey(),
                0,
                customer.name(),
                place.nation(),
                place.region(),
                customer.marketSegment(),
                Orders.hundredths(customer.accountBalanceInCents()),
                customer.phone(),
                chance.between(Lives.COMPANY_FOUNDED, Lives.FIRST_ORDERS));
    }

    private static CustomerChanged changed(CustomerChanged customer, Chance chance) {
        return switch (chance.between(1, 5)) {
            case 1, 2 -> moved(customer, chance);
            case 3, 4 -> customer.inSegment(chance.oneOf(SEGMENTS));
            default ->
                customer.reachedAt(
                        chance.oneOf(Place.ALL).phone(chance), Orders.hundredths(chance.between(-99_999, 999_999)));
        };
    }

    private static CustomerChanged moved(CustomerChanged customer, Chance chance) {
        Place place = chance.oneOf(Place.ALL);
        return customer.movedTo(place, place.phone(chance));
    }
}
