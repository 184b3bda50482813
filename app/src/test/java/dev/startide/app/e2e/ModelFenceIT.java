package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes with different versions of a model meet on one database: only those with the version
/// that was applied last write rows.
class ModelFenceIT {

    private static final int CONFLICT = 7;

    @TempDir
    private Path folder;

    private Stall stall;
    private Path former;
    private Path next;
    private Path first;
    private Path second;

    @BeforeEach
    void tell() throws IOException {
        stall = new Stall(folder);
        former = stall.model("old");
        next = stall.model(
                "next",
                "city: text, told_at -> city: text, segment: text, told_at",
                "{ city: 2 } -> { city: 2, segment: 2 }");
        first = stall.events("first", 1, 300);
        second = stall.events("second", 2, 200);
    }

    @Test
    void aProcessThatLoadsStopsWhenAnotherModelIsApplied() throws Exception {
        // Given
        try (FileWarehouse old = FileWarehouse.of(former)) {
            old.take(Stall.SOURCE, first);
            Map<String, List<String>> before = WarehouseDump.of(old);

            // When
            CommandRun.of(old.database(), next, "apply").isOk();
            old.log(Stall.SOURCE, second);

            // Then
            assertThat(catchThrowableOfType(StartideException.class, old::load).code())
                    .isEqualTo(FailureCode.MODEL_CONFLICT);
            CommandRun.of(old.database(), former, "ingest", "--source", Stall.SOURCE, second.toString())
                    .exitsWith(CONFLICT);
            CommandRun.of(old.database(), former, "replay", "--since", "2026-01-01")
                    .exitsWith(CONFLICT);
            CommandRun.of(old.database(), former, "snapshot").exitsWith(CONFLICT);
            assertThat(WarehouseDump.of(old).get(sales(before))).isEqualTo(before.get(sales(before)));
            try (FileWarehouse now = FileWarehouse.on(old.database(), next)) {
                now.load();
                assertThat(now.status().waiting()).isZero();
            }
        }
    }

    @Test
    void aFormerModelComesBackOnlyIfSomebodySaysSo() throws Exception {
        // Given
        try (FileWarehouse old = FileWarehouse.of(former)) {
            old.take(Stall.SOURCE, first);
            CommandRun.of(old.database(), next, "apply").isOk();
            CommandRun.of(old.database(), former, "ingest", "--source", Stall.SOURCE, second.toString())
                    .exitsWith(CONFLICT);

            // When
            CommandRun.of(old.database(), former, "apply", "--auto-approve").isOk();

            // Then
            CommandRun.of(old.database(), former, "ingest", "--source", Stall.SOURCE, second.toString())
                    .isOk();
            CommandRun.of(old.database(), next, "ingest", "--source", Stall.SOURCE, second.toString())
                    .exitsWith(CONFLICT);
        }
    }

    @Test
    void anotherMartKeepsNobodyFromLoading() throws Exception {
        // Given
        Path more = stall.model("more", "sales: { fact: sale } -> receipts: { fact: sale }");
        try (FileWarehouse old = FileWarehouse.of(former)) {
            old.take(Stall.SOURCE, first);

            // When
            CommandRun.of(old.database(), more, "apply").isOk();

            // Then
            old.take(Stall.SOURCE, second);
            assertThat(old.status().waiting()).isZero();
        }
    }

    private static String sales(Map<String, List<String>> dump) {
        return dump.keySet().stream()
                .filter(table -> table.startsWith("star.sale"))
                .findFirst()
                .orElseThrow();
    }
}
