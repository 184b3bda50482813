package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.TendLog;
import dev.startide.domain.retention.LogVolume.Debt;
import dev.startide.domain.retention.TendingStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands say once the beginning of the raw log was let go.
class RetentionIT {

    private static final Map<String, Object> LITTLE =
            Map.of("startide.raw.retention-bytes", "1", "startide.raw.volume-bytes", "1");

    private static final Map<String, Object> AND_QUARANTINED = Map.of(
            "startide.raw.retention-bytes", "1",
            "startide.raw.volume-bytes", "1",
            "startide.raw.release-quarantined", "true");

    @TempDir
    private Path folder;

    private Bakery bakery;

    @BeforeEach
    void open() throws IOException {
        bakery = Bakery.open(folder);
    }

    @Test
    void keepsEverythingUnlessItIsTold() throws IOException {
        // Given
        tend(Map.of("startide.raw.volume-bytes", "1"));
        bakery.ingest("second", List.of(Bakery.sold("s7", "c1", "1.00", "2026-04-01")));

        // When
        TendingStep step = tend(Map.of("startide.raw.volume-bytes", "1"));

        // Then
        assertThat(step).isEqualTo(new TendingStep(Set.of(3), Set.of(), Set.of(), 0));
        assertThat(bakery.run("status").out()).contains("raw log: 3 volumes, ", "every event is there");
        assertThat(bakery.run("verify").code()).isZero();
    }

    @Test
    void keepsAVolumeForAnEventInTheQuarantine() {
        // Given
        tend(LITTLE);

        // When
        TendingStep step = tend(LITTLE);

        // Then
        assertThat(step.released()).isEmpty();
        assertThat(step.held()).containsExactly(Debt.QUARANTINED);
    }

    @Test
    void goesOnWithWhatIsLeftAndSaysWhatIsGone() throws IOException {
        // Given
        letGo();

        // When
        Bakery.Answer status = bakery.run("status");
        Bakery.Answer verify = bakery.run("verify");
        Bakery.Answer traced = bakery.run("trace", "1:1");
        Bakery.Answer replayed = bakery.run("replay");

        // Then
        assertThat(status.out()).contains("the first 7 events were let go");
        assertThat(verify.err()).contains("and nothing was found.");
        assertThat(traced.err()).contains("does not hold its first 7 events any more", "Nothing is logged at 1:1.");
        assertThat(replayed.err()).contains("does not hold its first 7 events any more");
        assertThat(bakery.ingest("third", List.of(Bakery.sold("s8", "c1", "1.00", "2026-04-02")))
                        .code())
                .isZero();
    }

    @Test
    void comparesNothingWithWhatIsLeft() throws IOException {
        // Given
        letGo();

        // When
        Bakery.Answer verify = bakery.run("verify", "--rebuilt", "star.sale");

        // Then
        assertThat(verify.out()).contains("raw.event lane=1, position<=7: was let go, so that nothing can be compared");
        assertThat(verify.code()).isEqualTo(ExitCode.CHECKS_FAILED.number());
    }

    @Test
    void rebuildsWhatIsLeftOnlyIfItIsTold() throws IOException {
        // Given
        letGo();

        // When
        Bakery.Answer refused = bakery.run("rebuild", "--all");
        Bakery.Answer forced = bakery.run("rebuild", "--all", "--from-what-is-left", "--accept");

        // Then
        assertThat(refused.err()).contains("--from-what-is-left");
        assertThat(refused.code()).isEqualTo(ExitCode.CONFLICT.number());
        assertThat(forced.code()).as(forced.err()).isZero();
        assertThat(bakery.run("status").out())
                .contains("9 received = 2 loaded + 0 quarantined + 7 ignored + 0 waiting");
        assertThat(bakery.run("verify").err()).contains("and nothing was found.");
    }

    private void letGo() throws IOException {
        tend(AND_QUARANTINED);
        bakery.ingest(
                "second",
                List.of(Bakery.sold("s7", "c1", "1.00", "2026-04-01"), Bakery.moved("c1", "Graz", "2026-04-02")));
        TendingStep step = tend(AND_QUARANTINED);
        assertThat(step.released()).containsExactly(1);
    }

    private TendingStep tend(Map<String, Object> settings) {
        try (Session session = bakery.session(settings)) {
            return session.bean(TendLog.class).tend();
        }
    }
}
