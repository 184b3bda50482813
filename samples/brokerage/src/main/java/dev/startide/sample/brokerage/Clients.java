package dev.startide.sample.brokerage;

import static dev.startide.sample.brokerage.Kind.CUSTOMER_CHANGED;
import static dev.startide.sample.brokerage.Kind.CUSTOMER_CLOSED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Customers and their accounts. Whoever closes the relation closes all accounts with it; some come
/// back.
final class Clients {

    private static final List<Place> PLACES = List.of(
            new Place("Graz", "AT"),
            new Place("Linz", "AT"),
            new Place("Wien", "AT"),
            new Place("Leeds", "GB"),
            new Place("London", "GB"),
            new Place("Boston", "US"),
            new Place("Chicago", "US"),
            new Place("Osaka", "JP"));

    private static final double CLOSING = 0.15;
    private static final double COMING_BACK = 0.5;

    /// The shortest time between a closing and the return.
    private static final Duration AWAY = Duration.ofDays(30);

    private final BrokerageSettings settings;

    private Clients(BrokerageSettings settings) {
        this.settings = settings;
    }

    static List<BrokerageEvent> generate(BrokerageSettings settings) {
        Clients clients = new Clients(settings);
        List<BrokerageEvent> all = new ArrayList<>();
        for (int customer = 1; customer <= settings.customers(); customer++) {
            all.addAll(clients.customer(customer));
        }
        return all;
    }

    private List<BrokerageEvent> customer(int customer) {
        Chance chance = Chance.about("customer " + customer, settings.seed());
        Instant registered = chance.between(Calendar.FOUNDED, Calendar.FIRST_TRADES.plus(Duration.ofDays(120)));
        Instant closing = chance.between(registered.plus(Duration.ofDays(60)), Calendar.END);
        boolean isClosing = chance.happens(CLOSING);
        Life life = new Life("customer_id", (long) customer);
        register(life, customer, registered, chance);
        changes(life, registered, isClosing ? closing : Calendar.END, chance);
        Optional<Instant> back = Optional.empty();
        if (isClosing) {
            life.tell(CUSTOMER_CLOSED, "closed_at", closing);
            back = Optional.of(closing.plus(AWAY).plusSeconds(chance.between(0, 86_400 * 60)))
                    .filter(at -> at.isBefore(Calendar.END) && chance.happens(COMING_BACK));
            back.ifPresent(at -> life.tell(CUSTOMER_CHANGED, "changed_at", at, "tier", chance.between(1, 3)));
        }
        Optional<Instant> closed = isClosing ? Optional.of(closing) : Optional.empty();
        List<BrokerageEvent> all = new ArrayList<>(life.events());
        all.addAll(new Accounts(settings, life.events(), closed, back).generate(customer, registered));
        all.sort(Comparator.comparing(BrokerageEvent::occurredAt));
        return all;
    }

    private static void register(Life life, int customer, Instant at, Chance chance) {
        Place place = chance.oneOf(PLACES);
        life.tell(
                CUSTOMER_CHANGED,
                "changed_at",
                at,
                "name",
                "Customer %d".formatted(customer),
                "email",
                "c%d@mail.example".formatted(customer),
                "city",
                place.city(),
                "country",
                place.country(),
                "tier",
                chance.between(1, 3),
                "referred_by",
                chance.happens(0.3) ? "friend" : null);
    }

    private static void changes(Life life, Instant from, Instant to, Chance chance) {
        for (Instant at : chance.between(from, to, chance.between(0, 5))) {
            change(life, at, chance);
            if (chance.happens(0.1)) {
                change(life, at, chance);
            }
        }
    }

    /// Says one thing; in one case of six, what was said before.
    private static void change(Life life, Instant at, Chance chance) {
        Place place = chance.oneOf(PLACES);
        switch (chance.between(1, 6)) {
            case 1, 2 ->
                life.tell(CUSTOMER_CHANGED, "changed_at", at, "city", place.city(), "country", place.country());
            case 3 -> life.tell(CUSTOMER_CHANGED, "changed_at", at, "tier", chance.between(1, 3));
            case 4 -> life.tell(CUSTOMER_CHANGED, "changed_at", at, "email", chance.happens(0.3) ? null : mail(chance));
            case 5 -> life.tell(CUSTOMER_CHANGED, "changed_at", at, "referred_by", "branch");
            default -> life.tell(CUSTOMER_CHANGED, "changed_at", at, "city", life.now("city"));
        }
    }

    private static String mail(Chance chance) {
        return "m%d@mail.example".formatted(chance.between(1, 9_999));
    }

    private record Place(String city, String country) {}
}
