package dev.startide.adapter.outbound.postgres.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.NoticeOutbox;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.NoticeOutboxContract;
import dev.startide.domain.testkit.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresNoticeOutboxIT extends NoticeOutboxContract {

    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh(Map.of("startide.quarantine.notices.topic", "notices"));
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
    protected NoticeOutbox outbox() {
        return storage.port(NoticeOutbox.class);
    }

    @Test
    void passesOverWhatAnotherProcessIsSending() {
        // Given
        List<Integer> others = new ArrayList<>();

        // When
        outbox().deliver(10, _ -> others.add(outbox().deliver(10, _ -> {})));

        // Then
        assertThat(others).containsExactly(0);
    }
}
