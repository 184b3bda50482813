package dev.startide.adapter.outbound.postgres.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.Burst;
import dev.startide.domain.testkit.PausedSourcesContract;
import dev.startide.warehouse.mapping.SourceName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresPausedSourcesIT extends PausedSourcesContract {

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
    protected PausedSources nothingPaused() {
        storage.clear();
        return storage.port(PausedSources.class);
    }

    @Test
    void holdsNoLongerThanTheModelThatWasAppliedLast() {
        // Given
        Rejection why = new Rejection(Rejection.Stage.PARSE, Rejection.Reason.TYPE_MISMATCH, "no number");
        PausedSources sources = storage.port(PausedSources.class);
        sources.pause(new Burst(new SourceName("orders"), why));

        // When
        storage.execute("insert into startide.applied_model (fingerprint, description) values (gen_random_uuid(), '')");

        // Then
        assertThat(sources.paused()).isEmpty();
    }

    @Test
    void keepsWhoHasLetASourceGoOn() {
        // Given
        Rejection why = new Rejection(Rejection.Stage.PARSE, Rejection.Reason.TYPE_MISMATCH, "no number");
        PausedSources sources = storage.port(PausedSources.class);
        sources.pause(new Burst(new SourceName("orders"), why));

        // When
        sources.resume(new SourceName("orders"), "anna", "we know");

        // Then
        assertThat(storage.query("select name, by_whom, why, about from startide.quarantine_action"))
                .containsExactly("RESUME|anna|we know|source orders");
    }
}
