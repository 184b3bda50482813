package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failpoint.FailPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The process that rebuilds is killed, as by `kill -9`, and another one goes on.
class RebuildKilledIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"REBUILD_LOADED, 12", "REBUILD_EXCHANGED, 1"})
    void isGoneOnWithByAnotherProcess(FailPoint point, int hit) throws Exception {
        // Given
        Stall stall = new Stall(folder);
        Path events = stall.events("before", 1, 600);
        Path later = stall.events("later", 2, 100);
        Path next = stall.model("next", "quantity: int -> quantity: decimal(10,2)", "{ label: 1 } -> { label: 2 }");
        try (FileWarehouse old = FileWarehouse.of(stall.model("old"))) {
            old.take(Stall.SOURCE, events);
            old.command(stall.model("old"), "snapshot", "--through", "2026-03-20")
                    .isOk();
            Map<String, List<String>> before = WarehouseDump.of(old);

            // When
            new KilledRebuild(folder).at(point, hit, old.database(), next);

            // Then
            assertThat(WarehouseDump.of(old)).isEqualTo(before);
            old.take(Stall.SOURCE, later);
            CommandRun.of(old.database(), next, "rebuild", "--resume", "--accept")
                    .isOk();
            try (FileWarehouse now = FileWarehouse.on(old.database(), next);
                    FileWarehouse fresh = FileWarehouse.of(next)) {
                fresh.take(Stall.SOURCE, events);
                fresh.take(Stall.SOURCE, later);
                fresh.command(next, "snapshot", "--through", "2026-03-20").isOk();
                assertThat(WarehouseDump.of(now)).isEqualTo(WarehouseDump.of(fresh));
                assertThat(now.findings()).isEmpty();
            }
        }
    }

    @Test
    void isDoneOnceItIsCommitted() throws Exception {
        // Given
        Stall stall = new Stall(folder);
        Path events = stall.events("before", 1, 600);
        Path next = stall.model("next", "quantity: int -> quantity: decimal(10,2)", "{ label: 1 } -> { label: 2 }");
        try (FileWarehouse old = FileWarehouse.of(stall.model("old"))) {
            old.take(Stall.SOURCE, events);

            // When
            new KilledRebuild(folder).at(FailPoint.REBUILD_SWAPPED, 1, old.database(), next);

            // Then
            CommandRun.of(old.database(), next, "rebuild", "--confirm").isOk();
            try (FileWarehouse now = FileWarehouse.on(old.database(), next);
                    FileWarehouse fresh = FileWarehouse.of(next)) {
                fresh.take(Stall.SOURCE, events);
                assertThat(WarehouseDump.of(now)).isEqualTo(WarehouseDump.of(fresh));
            }
        }
    }

    @Test
    void leavesTablesThatCanBeDropped() throws Exception {
        // Given
        Stall stall = new Stall(folder);
        Path next = stall.model("next", "quantity: int -> quantity: decimal(10,2)");
        try (FileWarehouse old = FileWarehouse.of(stall.model("old"))) {
            old.take(Stall.SOURCE, stall.events("before", 1, 600));
            Map<String, List<String>> before = WarehouseDump.of(old);
            new KilledRebuild(folder).at(FailPoint.REBUILD_LOADED, 12, old.database(), next);

            // When
            CommandRun discarded = CommandRun.of(old.database(), next, "rebuild", "--discard");

            // Then
            discarded.isOk();
            assertThat(WarehouseDump.of(old)).isEqualTo(before);
            old.take(Stall.SOURCE, stall.events("later", 2, 100));
            CommandRun.of(old.database(), stall.model("old"), "rebuild", "--all")
                    .isOk();
        }
    }
}
