package dev.startide.sample.brokerage;

import static dev.startide.sample.brokerage.Kind.ACCOUNT_CHANGED;
import static dev.startide.sample.brokerage.Kind.ACCOUNT_CLOSED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The accounts of one customer.
final class Accounts {

    private static final List<String> TAX = List.of("DEFERRED", "FREE", "NORMAL");
    private static final double TRANSFERRED = 0.05;
    private static final double CLOSING = 0.08;

    /// Changes that come at the very instant of a change of the customer.
    private static final double WITH_THE_CUSTOMER = 0.25;

    private final BrokerageSettings settings;
    private final List<BrokerageEvent> customer;
    private final Optional<Instant> closed;
    private final Optional<Instant> back;

    Accounts(
            BrokerageSettings settings,
            List<BrokerageEvent> customer,
            Optional<Instant> closed,
            Optional<Instant> back) {
        this.settings = settings;
        this.customer = customer;
        this.closed = closed;
        this.back = back;
    }

    List<BrokerageEvent> generate(int customerId, Instant registered) {
        List<BrokerageEvent> all = new ArrayList<>();
        int count = Chance.about("accounts of " + customerId, settings.seed()).between(1, 3);
        for (int number = 1; number <= count; number++) {
            all.addAll(account(customerId, customerId * 10L + number, registered));
        }
        return all;
    }

    private List<BrokerageEvent> account(int customerId, long accountId, Instant registered) {
        Chance chance = Chance.about("account " + accountId, settings.seed());
        Instant opened = registered.plus(Duration.ofMinutes(chance.between(0, 60 * 24 * 20)));
        Instant end = closed.orElse(Calendar.END);
        Life life = new Life("account_id", accountId);
        life.tell(
                ACCOUNT_CHANGED,
                "changed_at",
                opened,
                "customer_id",
                (long) customerId,
                "broker_id",
                (long) chance.between(1, Brokers.COUNT),
                "name",
                "Account %d".formatted(accountId),
                "tax_status",
                chance.oneOf(TAX));
        for (Instant at : chance.between(opened, end, chance.between(0, 3))) {
            change(life, withTheCustomer(at, opened, end, chance), chance);
        }
        if (chance.happens(CLOSING)) {
            life.tell(ACCOUNT_CLOSED, "closed_at", chance.between(opened, end));
        }
        closed.ifPresent(at -> life.tell(ACCOUNT_CLOSED, "closed_at", at));
        back.filter(_ -> accountId % 10 == 1)
                .ifPresent(at -> life.tell(ACCOUNT_CHANGED, "changed_at", at, "name", life.now("name")));
        return life.events();
    }

    private void change(Life life, Instant at, Chance chance) {
        switch (chance.between(1, 4)) {
            case 1 -> life.tell(ACCOUNT_CHANGED, "changed_at", at, "tax_status", chance.oneOf(TAX));
            case 2 ->
                life.tell(ACCOUNT_CHANGED, "changed_at", at, "broker_id", (long) chance.between(1, Brokers.COUNT));
            case 3 ->
                life.tell(ACCOUNT_CHANGED, "changed_at", at, "name", "Savings %d".formatted(chance.between(1, 99)));
            default -> life.tell(ACCOUNT_CHANGED, "changed_at", at, "customer_id", owner(life, chance));
        }
    }

    private Object owner(Life life, Chance chance) {
        Long now = (Long) life.now("customer_id");
        return chance.happens(TRANSFERRED * 4) || now == null ? (long) chance.between(1, settings.customers()) : now;
    }

    private Instant withTheCustomer(Instant at, Instant opened, Instant end, Chance chance) {
        Instant change = customer.get(chance.between(0, customer.size() - 1)).occurredAt();
        return chance.happens(WITH_THE_CUSTOMER) && change.isAfter(opened) && change.isBefore(end) ? change : at;
    }
}
