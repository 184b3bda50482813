package dev.startide.adapter.outbound.postgres.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.Wish;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.QuarantineAdapters;
import dev.startide.domain.testkit.QuarantineContract;
import dev.startide.domain.testkit.shop.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresQuarantineIT extends QuarantineContract {

    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Override
    protected AdaptersUnderTest adapters() {
        storage.prepare(Shop.LAYOUT);
        return storage.adapters();
    }

    @Override
    protected QuarantineAdapters quarantine() {
        return storage.quarantine();
    }

    @Test
    void amendsNothingWhileARebuildMayHaveReadIt() {
        // Given
        storage.port(ShadowTables.class).create(Shop.LAYOUT, RebuildScope.of(Shop.LAYOUT, new Wish.Everything()));
        ActionOrder discard = new ActionOrder(new ActionOrder.Verb.Discard(), "anna", "a test of ours", "");
        long action = storage.quarantine().actions().open(discard);

        // When
        // Then
        assertThatThrownBy(() -> storage.quarantine()
                        .actions()
                        .extend(action, discard, QuarantineFilter.ALL, ShowQuarantine.START, 10))
                .isInstanceOfSatisfying(
                        StartideException.class,
                        failure -> assertThat(failure.code()).isEqualTo(FailureCode.MODEL_CONFLICT));
        assertThat(storage.query("select count(*) from raw.amendment")).containsExactly("0");
    }
}
