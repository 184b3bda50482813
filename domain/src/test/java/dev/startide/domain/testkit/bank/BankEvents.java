package dev.startide.domain.testkit.bank;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Random business of the bank. Few keys, few values and few instants, so that ties, returns to an
/// earlier value, repetitions and late news are common.
public final class BankEvents {

    private static final List<Instant> INSTANTS = Stream.of(
                    "1900-01-01T00:00:00Z",
                    "2026-01-01T08:00:00Z",
                    "2026-02-01T08:00:00Z",
                    "2026-02-01T08:00:00.000001Z",
                    "2026-03-01T08:00:00Z",
                    "2026-04-01T08:00:00Z",
                    "2026-05-01T08:00:00Z")
            .map(Instant::parse)
            .toList();

    private BankEvents() {}

    /// Events in no particular order, some of them doubled. Accounts name members that other events
    /// tell of, and others that none does.
    public static List<TypedEventBuilder> some(Gen gen) {
        List<TypedEventBuilder> events = new ArrayList<>();
        events.addAll(gen.listOf(0, 3, BankEvents::bank));
        events.addAll(gen.listOf(0, 4, BankEvents::branch));
        events.addAll(gen.listOf(0, 5, BankEvents::customer));
        events.addAll(gen.listOf(1, 7, BankEvents::account));
        events.addAll(gen.listOf(0, 3, BankEvents::end));
        events.addAll(gen.listOf(0, 4, BankEvents::payment));
        List<TypedEventBuilder> doubled =
                events.stream().filter(_ -> gen.onceIn(6)).toList();
        return gen.shuffled(Stream.concat(events.stream(), doubled.stream()).toList());
    }

    /// An event of a kind, about which nothing is said yet but when it happened.
    public static TypedEventBuilder event(String kind, String at) {
        return TypedEventBuilder.anEventOf(Bank.MODEL, kind).at(at);
    }

    private static TypedEventBuilder bank(Gen gen) {
        return perhaps(gen, placed(gen, "bank_rated").with("bank_no", "b" + gen.between(1, 2)), "rating", letter(gen));
    }

    private static TypedEventBuilder branch(Gen gen) {
        var event = placed(gen, "branch_told")
                .with("bank_no", "b" + gen.between(1, 2))
                .with("branch_no", gen.between(1, 2));
        return perhaps(gen, event, "city", letter(gen));
    }

    private static TypedEventBuilder customer(Gen gen) {
        var event = placed(gen, "customer_told").with("customer_id", "c" + gen.between(1, 2));
        return perhaps(gen, perhaps(gen, event, "phone", letter(gen)), "tier", letter(gen));
    }

    private static TypedEventBuilder account(Gen gen) {
        String id = "a" + gen.between(1, 3);
        if (gen.onceIn(4)) {
            return branchOf(gen, placed(gen, "account_moved").with("account_id", id));
        }
        var event = branchOf(gen, placed(gen, "account_told").with("account_id", id));
        event = perhaps(gen, event, "status", letter(gen));
        event = perhaps(gen, event, "opened", letter(gen));
        event = perhaps(gen, event, "customer_id", "c" + gen.between(1, 3));
        event = perhaps(gen, event, "parent_id", "a" + gen.between(1, 4));
        return perhaps(gen, event, "referrer_id", "c" + gen.between(1, 4));
    }

    private static TypedEventBuilder end(Gen gen) {
        return switch (gen.between(0, 2)) {
            case 0 -> placed(gen, "account_closed").with("account_id", "a" + gen.between(1, 3));
            case 1 -> placed(gen, "customer_left").with("customer_id", "c" + gen.between(1, 2));
            default ->
                placed(gen, "branch_closed")
                        .with("bank_no", "b" + gen.between(1, 2))
                        .with("branch_no", gen.between(1, 2));
        };
    }

    private static TypedEventBuilder branchOf(Gen gen, TypedEventBuilder event) {
        return perhaps(gen, perhaps(gen, event, "bank_no", "b" + gen.between(1, 2)), "branch_no", gen.between(1, 3));
    }

    private static TypedEventBuilder payment(Gen gen) {
        var event = placed(gen, "payment_made")
                .with("payment_id", "p" + gen.between(1, 3))
                .with("paid_at", gen.oneOf(INSTANTS));
        event = perhaps(gen, event, "account_id", "a" + gen.between(1, 5));
        event = perhaps(gen, event, "customer_id", "c" + gen.between(1, 5));
        return perhaps(gen, event, "amount", gen.between(1, 3));
    }

    private static TypedEventBuilder placed(Gen gen, String kind) {
        return TypedEventBuilder.anEventOf(Bank.MODEL, kind)
                .at(gen.oneOf(INSTANTS))
                .inSequence(gen.between(0, 1));
    }

    /// Says the value, or null, or nothing.
    private static TypedEventBuilder perhaps(Gen gen, TypedEventBuilder event, String field, Object value) {
        return switch (gen.between(0, 9)) {
            case 0 -> event.with(field, null);
            case 1, 2 -> event.without(field);
            default -> event.with(field, value);
        };
    }

    private static String letter(Gen gen) {
        return gen.oneOf("x", "y");
    }
}
