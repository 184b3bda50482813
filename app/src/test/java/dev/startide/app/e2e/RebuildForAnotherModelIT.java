package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.dev.TestDatabase;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A model changes in a way that adding does not reach, or only for what comes from then on: the
/// warehouse is rebuilt for it while it is loaded and read.
class RebuildForAnotherModelIT {

    private static final int CHANGES_PENDING = 4;
    private static final int CONFLICT = 7;

    /// No reader waits longer.
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private static final String FILLED = "2026-03-25";
    private static final String NOTHING_FILLED = "";

    @TempDir
    private Path folder;

    private Stall stall;
    private Path before;
    private Path meanwhile;
    private Path after;

    @BeforeEach
    void tell() throws IOException {
        stall = new Stall(folder);
        before = stall.events("before", 1, 900);
        meanwhile = stall.events("meanwhile", 2, 500);
        after = stall.events("after", 3, 200);
    }

    @ParameterizedTest
    @MethodSource("dev.startide.app.e2e.StallChange#all")
    void holdsWhatAFreshWarehouseWouldHold(StallChange change) throws Exception {
        // Given
        Path next = stall.model("next", change.changes());
        try (FileWarehouse old = FileWarehouse.of(stall.model("old"))) {
            old.take(Stall.SOURCE, before);
            old.command(stall.model("old"), "snapshot", "--through", FILLED).isOk();
            CommandRun plan = old.command(next, "plan");
            plan.exitsWith(CHANGES_PENDING);
            assertThat(plan.answers() + plan.messages()).contains(change.plan());

            // When
            long longestWait = rebuild(old, next);

            // Then
            assertThat(longestWait).isLessThan(LONGEST_WAIT_MILLIS);
            assertThatOnlyTheNewModelLoads(old);
            try (FileWarehouse now = FileWarehouse.on(old.database(), next)) {
                now.load();
                assertThat(WarehouseDump.of(now)).isEqualTo(fresh(next, FILLED, before, meanwhile));
                now.take(Stall.SOURCE, after);
                assertThat(WarehouseDump.of(now)).isEqualTo(fresh(next, FILLED, after, meanwhile, before));
                assertThat(now.findings()).isEmpty();
                now.command(next, "plan").isOk();
                now.command(next, "rebuild", "--confirm").isOk();
                assertThat(WarehouseDump.of(now)).isEqualTo(fresh(next, FILLED, before, meanwhile, after));
            }
        }
    }

    @Test
    void givesWayToTheFormerTablesAndTheirModel() throws Exception {
        // Given
        Path former = stall.model("old");
        Path next = stall.model("next", "quantity: int -> quantity: decimal(10,2)", "{ label: 1 } -> { label: 2 }");
        TestDatabase database;
        try (FileWarehouse old = FileWarehouse.of(former)) {
            database = old.database();
            old.take(Stall.SOURCE, before);
            old.command(next, "rebuild", "--all", "--accept").isOk();
            try (FileWarehouse now = FileWarehouse.on(old.database(), next)) {
                now.take(Stall.SOURCE, meanwhile);

                // When
                now.command(next, "rebuild", "--revert").isOk();

                // Then
                assertThatOnlyTheNewModelLoads(now);
            }
        }
        CommandRun.of(database, former, "plan").isOk();
        try (FileWarehouse back = FileWarehouse.on(database, former)) {
            back.load();
            assertThat(WarehouseDump.of(back)).isEqualTo(fresh(former, NOTHING_FILLED, before, meanwhile));
        }
    }

    @Test
    void isNotGoneOnWithForAModelThatMeansSomethingElse() throws Exception {
        // Given
        Path next = stall.model("next", "{ label: 1 } -> { label: 2 }");
        Path other = stall.model("other", "{ city: 2 } -> { city: 1 }");
        try (FileWarehouse old = FileWarehouse.of(stall.model("old"))) {
            old.take(Stall.SOURCE, before);
            old.command(next, "rebuild", "--all").exitsWith(5);

            // When
            CommandRun resumed = old.command(other, "rebuild", "--resume", "--accept");

            // Then
            resumed.exitsWith(CONFLICT);
            assertThat(resumed.messages()).contains("begun for another model");
            old.command(next, "rebuild", "--resume", "--accept").isOk();
        }
    }

    /// @return how long the slowest reader has waited, in milliseconds
    private long rebuild(FileWarehouse old, Path next) throws Exception {
        AtomicLong longest = new AtomicLong();
        CompletableFuture<CommandRun> rebuild =
                CompletableFuture.supplyAsync(() -> old.command(next, "rebuild", "--all", "--accept"));
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> read(old, rebuild, longest));
        old.log(Stall.SOURCE, meanwhile);
        Optional.ofNullable(catchThrowableOfType(StartideException.class, old::load))
                .ifPresent(stopped -> assertThat(stopped.code()).isEqualTo(FailureCode.MODEL_CONFLICT));
        rebuild.join().isOk();
        reader.join();
        return longest.get();
    }

    private static void read(FileWarehouse warehouse, CompletableFuture<?> whileIt, AtomicLong longest) {
        try (Connection connection = warehouse.connect();
                Statement statement = connection.createStatement()) {
            while (!whileIt.isDone()) {
                for (String relation : List.of("mart.sales", "star.customer", "norm.line")) {
                    long began = System.nanoTime();
                    statement.executeQuery("select count(*) from " + relation).close();
                    longest.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void assertThatOnlyTheNewModelLoads(FileWarehouse former) {
        assertThat(catchThrowableOfType(StartideException.class, former::load))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(FailureCode.MODEL_CONFLICT));
    }

    /// @param through the last day whose period is filled
    private static Object fresh(Path model, String through, Path... files) throws SQLException {
        try (FileWarehouse fresh = FileWarehouse.of(model)) {
            for (Path file : files) {
                fresh.log(Stall.SOURCE, file);
            }
            fresh.load();
            if (!through.equals(NOTHING_FILLED)) {
                fresh.command(model, "snapshot", "--through", through).isOk();
            }
            return WarehouseDump.of(fresh);
        }
    }
}
