package dev.startide.sample.brokerage.answer;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static java.util.Objects.requireNonNull;

import dev.startide.sample.brokerage.answer.Course.State;
import dev.startide.sample.brokerage.answer.Versions.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Answers about cash, which is kept as a book: what was booked stays, and is taken back by an
/// entry of its own.
final class CashAnswers {

    private final Company company;

    CashAnswers(Company company) {
        this.company = company;
    }

    List<Answer> all() {
        return List.of(cashByTaxStatus(), cashEntries());
    }

    private Answer cashByTaxStatus() {
        Totals totals = new Totals();
        company.cash.values().forEach(movement -> {
            for (State state : movement.states()) {
                totals.add(List.of(taxStatus(state)), ZERO);
            }
            if (!movement.last().isGone()) {
                totals.add(List.of(taxStatus(movement.last())), amount(movement.last()));
            }
        });
        return Answer.to("cash_by_tax_status", totals.rows());
    }

    private Answer cashEntries() {
        Totals totals = new Totals();
        company.cash.values().forEach(movement -> book(movement, totals));
        return Answer.to("cash_entries", totals.rows());
    }

    /// The first state is an entry, a change to another one takes it back and adds one.
    private static void book(Course movement, Totals totals) {
        State booked = null;
        String kind = "original";
        for (State state : movement.states()) {
            if (booked != null && !state.isGone() && isSame(booked, state)) {
                continue;
            }
            if (booked != null) {
                totals.add(List.of("reversal"), ONE, amount(booked).negate());
            }
            if (!state.isGone()) {
                totals.add(List.of(kind), ONE, amount(state));
            }
            booked = state.isGone() ? null : state;
            kind = "correction";
        }
    }

    private static boolean isSame(State left, State right) {
        return amount(left).compareTo(amount(right)) == 0
                && Objects.equals(
                        left.values().get("account_id"), right.values().get("account_id"));
    }

    private String taxStatus(State movement) {
        Instant at = (Instant) requireNonNull(movement.values().get("moved_at"));
        Version account = company.accountAt(movement.values().get("account_id"), at);
        return account == null
                ? "Unknown"
                : String.valueOf(account.state().values().get("tax_status"));
    }

    private static BigDecimal amount(State movement) {
        return new BigDecimal(String.valueOf(movement.values().get("amount")));
    }
}
