package dev.startide.sample.brokerage.answer;

import static dev.startide.sample.brokerage.Kind.ACCOUNT_CHANGED;
import static dev.startide.sample.brokerage.Kind.ACCOUNT_CLOSED;
import static dev.startide.sample.brokerage.Kind.BROKER_CHANGED;
import static dev.startide.sample.brokerage.Kind.BROKER_LEFT;
import static dev.startide.sample.brokerage.Kind.CASH_CORRECTED;
import static dev.startide.sample.brokerage.Kind.CASH_MOVED;
import static dev.startide.sample.brokerage.Kind.CASH_VOIDED;
import static dev.startide.sample.brokerage.Kind.CUSTOMER_CHANGED;
import static dev.startide.sample.brokerage.Kind.CUSTOMER_CLOSED;
import static dev.startide.sample.brokerage.Kind.SECURITY_CHANGED;
import static dev.startide.sample.brokerage.Kind.SECURITY_DELISTED;
import static dev.startide.sample.brokerage.Kind.TRADE_CANCELED;
import static dev.startide.sample.brokerage.Kind.TRADE_COMPLETED;
import static dev.startide.sample.brokerage.Kind.TRADE_PLACED;
import static dev.startide.sample.brokerage.Kind.TRADE_REOPENED;
import static dev.startide.sample.brokerage.Kind.TRADE_SUBMITTED;
import static dev.startide.sample.brokerage.Kind.TRADE_VOIDED;
import static dev.startide.sample.brokerage.Kind.WATCH_REMOVED;
import static dev.startide.sample.brokerage.Kind.WATCH_SET;
import static java.util.Objects.requireNonNull;

import dev.startide.sample.brokerage.BrokerageEvent;
import dev.startide.sample.brokerage.answer.Course.State;
import dev.startide.sample.brokerage.answer.Versions.Deletes;
import dev.startide.sample.brokerage.answer.Versions.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All that is true of the company, each thing with its course.
final class Company {

    final Map<Object, Course> brokers;
    final Map<Object, Course> customers;
    final Map<Object, Course> accounts;
    final Map<Object, Course> securities;
    final Map<Object, Course> trades;
    final Map<Object, Course> cash;
    final Map<Object, Course> watches;
    final List<Quote> quotes;

    final Map<Object, Versions> brokerVersions = new TreeMap<>();
    final Map<Object, Versions> customerVersions = new TreeMap<>();
    final Map<Object, Versions> accountVersions = new TreeMap<>();
    final Map<Object, Versions> securityVersions = new TreeMap<>();

    Company(List<BrokerageEvent> events) {
        brokers = Course.of(events, BROKER_CHANGED, BROKER_LEFT);
        customers = Course.of(events, CUSTOMER_CHANGED, CUSTOMER_CLOSED);
        accounts = Course.of(events, ACCOUNT_CHANGED, ACCOUNT_CLOSED);
        securities = Course.of(events, SECURITY_CHANGED, SECURITY_DELISTED);
        trades = Course.of(
                events, TRADE_PLACED, TRADE_SUBMITTED, TRADE_COMPLETED, TRADE_CANCELED, TRADE_REOPENED, TRADE_VOIDED);
        cash = Course.of(events, CASH_MOVED, CASH_CORRECTED, CASH_VOIDED);
        watches = Course.of(events, WATCH_SET, WATCH_REMOVED);
        quotes = Quote.of(events);
        brokers.forEach((key, course) -> brokerVersions.put(key, Versions.of(course, Deletes.FLAG, _ -> "")));
        customers.forEach((key, course) -> customerVersions.put(
                key, Versions.of(course, Deletes.CLOSE, state -> kept(state, "city", "country", "tier"))));
        securities.forEach((key, course) -> securityVersions.put(
                key, Versions.of(course, Deletes.CLOSE, state -> kept(state, "market", "status"))));
        accounts.forEach((key, course) -> accountVersions.put(key, withOwners(course)));
    }

    /// An account begins a version when one of its own values changes, and when its customer does.
    private Versions withOwners(Course account) {
        Set<Object> owners = new LinkedHashSet<>();
        account.states()
                .forEach(state -> owners.add(requireNonNull(state.values().get("customer_id"))));
        List<Instant> moments = new ArrayList<>();
        owners.forEach(owner -> ownerVersions(owner).all().forEach(version -> moments.add(version.from())));
        return Versions.of(account, Deletes.CLOSE, moments, (state, at) -> {
            Object owner = requireNonNull(state.values().get("customer_id"));
            return List.of(
                    kept(state, "tax_status", "broker_id"),
                    owner,
                    ownerVersions(owner).indexAt(at));
        });
    }

    private Versions ownerVersions(Object customer) {
        return requireNonNull(customerVersions.get(customer), () -> "No event tells of customer " + customer);
    }

    /// The version of the customer that an account's version points at.
    Version customerOf(Version account) {
        Object owner = requireNonNull(account.state().values().get("customer_id"));
        return ownerVersions(owner).at(account.from());
    }

    /// The version of the account that a fact points at; null if the fact names none.
    @Nullable
    Version accountAt(@Nullable Object account, Instant at) {
        return account == null
                ? null
                : requireNonNull(accountVersions.get(account)).at(at);
    }

    /// Rows of the fact: everything that was not taken out of the books.
    List<State> standing(Map<Object, Course> courses) {
        return courses.values().stream()
                .map(Course::last)
                .filter(state -> !state.isGone())
                .toList();
    }

    private static List<Object> kept(State state, String... fields) {
        List<Object> kept = new ArrayList<>();
        for (String field : fields) {
            kept.add(String.valueOf(state.values().get(field)));
        }
        return kept;
    }
}
