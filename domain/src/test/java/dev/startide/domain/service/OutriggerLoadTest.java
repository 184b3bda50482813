package dev.startide.domain.service;

import static dev.startide.domain.testkit.bank.BankEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.memory.InMemoryWarehouse;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.warehouse.layout.MemberLayout;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutriggerLoadTest {

    private final LoadRun run = new LoadRun(Bank.LAYOUT, 1, 1_000);

    @Test
    void aVersionOfTheOwnerBeginsOneOfTheAccount() {
        // Given
        load(owned("a1", "c1", "2026-01-01T00:00:00Z"), tier("c1", "x", "2026-01-01T00:00:00Z"));

        // When
        load(tier("c1", "y", "2026-03-01T00:00:00Z"));

        // Then
        assertThat(shown("account", "valid_from"))
                .containsExactlyInAnyOrder("1900-01-01T00:00:00Z", "2026-03-01T00:00:00Z");
        assertThat(shown("account", "owner_key")).doesNotHaveDuplicates();
        assertThat(shown("account", "owner_durable_key").stream().distinct()).hasSize(1);
    }

    @Test
    void aLateVersionOfTheOwnerMovesThePaymentsOfTheAccount() {
        // Given
        load(
                owned("a1", "c1", "2026-01-01T00:00:00Z"),
                tier("c1", "x", "2026-01-01T00:00:00Z"),
                paid("p1", "a1", "2026-02-01T00:00:00Z"),
                paid("p2", "a1", "2026-04-01T00:00:00Z"));

        // When
        load(tier("c1", "y", "2026-03-01T00:00:00Z"));

        // Then
        assertThat(accountsOfPayments())
                .containsExactly(Map.entry("p1", "1900-01-01T00:00:00Z"), Map.entry("p2", "2026-03-01T00:00:00Z"));
    }

    @Test
    void aPhoneNumberBeginsNothing() {
        // Given
        load(owned("a1", "c1", "2026-01-01T00:00:00Z"), tier("c1", "x", "2026-01-01T00:00:00Z"));

        // When
        load(event("customer_told", "2026-03-01T00:00:00Z")
                .with("customer_id", "c1")
                .with("phone", "1"));

        // Then
        assertThat(shown("account", "valid_from")).containsExactly("1900-01-01T00:00:00Z");
    }

    @Test
    void aVersionOfTheBankReachesTheAccountByItsBranch() {
        // Given
        load(event("account_told", "2026-01-01T00:00:00Z")
                .with("account_id", "a1")
                .with("bank_no", "b1")
                .with("branch_no", 1));
        load(event("branch_told", "2026-01-01T00:00:00Z")
                .with("bank_no", "b1")
                .with("branch_no", 1)
                .with("city", "x"));
        load(event("bank_rated", "2026-01-01T00:00:00Z").with("bank_no", "b1").with("rating", "x"));

        // When
        load(event("bank_rated", "2026-05-01T00:00:00Z").with("bank_no", "b1").with("rating", "y"));

        // Then
        assertThat(shown("account", "valid_from"))
                .containsExactlyInAnyOrder("1900-01-01T00:00:00Z", "2026-05-01T00:00:00Z");
    }

    @Test
    void anOwnerOfWhomNobodyHasHeardIsInferred() {
        // When
        load(owned("a1", "c1", "2026-01-01T00:00:00Z"));

        // Then
        assertThat(shown("customer", "customer_id")).containsExactly("c1");
        assertThat(shown("customer", "is_inferred")).containsExactly("true");
        assertThat(shown("account", "owner_key")).isEqualTo(shown("customer", "customer_key"));
    }

    @Test
    void anAccountMayReferToOneThatTheSameBatchTellsOf() {
        // Given
        LoadRun whole = new LoadRun(Bank.LAYOUT, 1_000, 1_000);
        whole.log(
                "lane",
                List.of(
                        parent("a1", "a2", "2026-01-01T00:00:00Z").build(),
                        parent("a2", "a3", "2026-02-01T00:00:00Z").build()));

        // When
        whole.drain();

        // Then
        assertThat(ActualWarehouse.of(whole.warehouse(), Bank.LAYOUT))
                .hasToString(ActualWarehouse.of(oneByOne(), Bank.LAYOUT).toString());
    }

    private InMemoryWarehouse oneByOne() {
        load(parent("a2", "a3", "2026-02-01T00:00:00Z"), parent("a1", "a2", "2026-01-01T00:00:00Z"));
        return run.warehouse();
    }

    private static TypedEventBuilder owned(String account, String customer, String at) {
        return event("account_told", at).with("account_id", account).with("customer_id", customer);
    }

    private static TypedEventBuilder parent(String account, String parent, String at) {
        return event("account_told", at).with("account_id", account).with("parent_id", parent);
    }

    private static TypedEventBuilder tier(String customer, String tier, String at) {
        return event("customer_told", at).with("customer_id", customer).with("tier", tier);
    }

    private static TypedEventBuilder paid(String payment, String account, String at) {
        return event("payment_made", at)
                .with("payment_id", payment)
                .with("paid_at", Instant.parse(at))
                .with("account_id", account);
    }

    private void load(TypedEventBuilder... events) {
        run.log("lane", Arrays.stream(events).map(TypedEventBuilder::build).toList());
        run.drain();
    }

    /// The values in a column, without those of special members.
    private List<String> shown(String dimension, String column) {
        MemberLayout layout = Bank.members(dimension);
        return members(layout).stream()
                .map(row -> String.valueOf(row[at(layout, column)]))
                .toList();
    }

    private List<@Nullable Object[]> members(MemberLayout layout) {
        return run.warehouse().rows(layout.table().name()).stream()
                .filter(row -> row[layout.naturalKeyAt()] != null)
                .toList();
    }

    /// For each payment the beginning of the account's version.
    private Map<String, String> accountsOfPayments() {
        MemberLayout account = Bank.members("account");
        Map<Object, String> starts = members(account).stream()
                .collect(Collectors.toMap(row -> row[0], row -> String.valueOf(row[at(account, "valid_from")])));
        return run.warehouse().rows(Bank.LAYOUT.facts().getFirst().table().name()).stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row[0]), row -> starts.get(row[2]), (one, _) -> one, TreeMap::new));
    }

    private static int at(MemberLayout layout, String column) {
        return layout.table().columns().stream()
                .map(each -> each.name().value())
                .toList()
                .indexOf(column);
    }
}
