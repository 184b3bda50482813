package dev.startide.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.metrics.LoadMeters;
import dev.startide.app.settings.ServiceConfig;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.inbound.TakeSnapshots;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.testkit.parcels.Parcels;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.star.FactName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WarehouseLoopTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final ServiceConfig SETTINGS =
            new ServiceConfig(AT_ONCE, AT_ONCE, AT_ONCE, Duration.ofMinutes(1), Duration.ofMinutes(1), AT_ONCE);
    private static final LoadStep.Loaded BATCH = new LoadStep.Loaded(10, 7, 2, 1, 40);

    private final List<String> said = new ArrayList<>();
    private final Queue<Supplier<SchemaPlan>> schema = new ArrayDeque<>();
    private final Queue<Supplier<LoadStep>> steps = new ArrayDeque<>();
    private final Queue<SnapshotStep> snapshots = new ArrayDeque<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WarehouseLoop loop = new WarehouseLoop(
            new ScriptedSchema(),
            new ScriptedLoad(),
            new Snapshots(new ScriptedSnapshots(), Parcels.MODEL, () -> Instant.EPOCH),
            SETTINGS,
            new LoadMeters(registry),
            () -> Instant.EPOCH,
            () -> said.add("prepared"));

    @Test
    void preparesLoadsAndGivesTheRightToLoadUpWhenToldToStop() {
        // Given
        schema.add(() -> new SchemaPlan(List.of()));
        steps.add(() -> BATCH);

        // When
        loop.run();

        // Then
        assertThat(said).containsExactly("apply", "prepared", "load", "fill", "load", "release");
        assertThat(loop.phase()).isEqualTo(new Phase.Stopped(Instant.EPOCH));
    }

    @Test
    void triesAgainWhatMayRecover() {
        // Given
        schema.add(() -> {
            throw failure(FailureCode.DATABASE_UNAVAILABLE);
        });
        schema.add(() -> new SchemaPlan(List.of()));
        steps.add(() -> {
            throw failure(FailureCode.FENCED);
        });
        steps.add(() -> BATCH);

        // When
        loop.run();

        // Then
        assertThat(said).containsExactly("apply", "apply", "prepared", "load", "load", "fill", "load", "release");
        assertThat(loop.halt()).isEmpty();
    }

    @Test
    void pausesAtOnceWhileTheDatabaseIsAway() {
        // Given
        List<Phase> phases = new ArrayList<>();
        schema.add(() -> new SchemaPlan(List.of()));
        steps.add(() -> BATCH);
        steps.add(() -> {
            throw failure(FailureCode.DATABASE_EXHAUSTED);
        });
        steps.add(() -> {
            phases.add(loop.phase());
            return BATCH;
        });

        // When
        loop.run();

        // Then
        assertThat(phases).containsExactly(new Phase.Paused(Instant.EPOCH, "As scripted"));
    }

    @Test
    void speaksOfWhatIsOnlyInTheWayBySinceWhenItIs() {
        // Given
        List<Phase> phases = new ArrayList<>();
        schema.add(() -> new SchemaPlan(List.of()));
        steps.add(() -> BATCH);
        steps.add(() -> {
            throw failure(FailureCode.DATABASE_TIMEOUT);
        });
        steps.add(() -> {
            phases.add(loop.phase());
            return BATCH;
        });

        // When
        loop.run();

        // Then
        assertThat(phases).containsExactly(new Phase.Retrying(Instant.EPOCH, "As scripted"));
    }

    @Test
    void isNotTakenForLoadingBeforeItsFirstStep() {
        // Given
        List<Phase> phases = new ArrayList<>();
        schema.add(() -> {
            throw failure(FailureCode.DATABASE_CONFLICT);
        });
        schema.add(() -> {
            phases.add(loop.phase());
            return new SchemaPlan(List.of());
        });

        // When
        loop.run();

        // Then
        assertThat(phases).containsExactly(new Phase.Paused(Instant.EPOCH, "As scripted"));
    }

    @Test
    void haltsOnWhatMayNotRecover() {
        // Given
        schema.add(() -> {
            throw failure(FailureCode.MODEL_CONFLICT);
        });

        // When
        loop.run();

        // Then
        assertThat(loop.halt()).get().extracting(StartideException::code).isEqualTo(FailureCode.MODEL_CONFLICT);
        assertThat(said).containsExactly("apply");
    }

    @Test
    void haltsOnItsOwnMistakes() {
        // Given
        schema.add(() -> {
            throw new IllegalStateException("a mistake");
        });

        // When
        loop.run();

        // Then
        assertThat(loop.halt()).get().extracting(StartideException::code).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }

    @Test
    void countsWhatBecameOfTheEvents() {
        // Given
        schema.add(() -> new SchemaPlan(List.of()));
        steps.add(() -> BATCH);

        // When
        loop.run();

        // Then
        assertThat(registry.get("startide.load.events")
                        .tag("outcome", "quarantined")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("startide.load.rows").counter().count()).isEqualTo(40);
    }

    @Test
    void fillsPeriodsBetweenBatchesUntilTheDayIsDone() {
        // Given
        schema.add(() -> new SchemaPlan(List.of()));
        snapshots.add(new SnapshotStep.Filled(new FactName("standing"), LocalDate.EPOCH, 1, 1));
        steps.add(() -> BATCH);
        steps.add(() -> BATCH);
        steps.add(() -> BATCH);

        // When
        loop.run();

        // Then
        assertThat(said)
                .containsExactly("apply", "prepared", "load", "fill", "load", "fill", "load", "load", "release");
    }

    @Test
    void fillsNothingWhileItStandsByAndStartsAnewAfterwards() {
        // Given
        schema.add(() -> new SchemaPlan(List.of()));
        steps.add(() -> BATCH);
        steps.add(LoadStep.StandingBy::new);
        steps.add(() -> BATCH);

        // When
        loop.run();

        // Then
        assertThat(said)
                .containsExactly("apply", "prepared", "load", "fill", "load", "load", "fill", "load", "release");
    }

    private static StartideException failure(FailureCode code) {
        return StartideException.because(code, "As scripted");
    }

    private final class ScriptedSchema implements ApplySchema {

        @Override
        public SchemaPlan apply(Replaced replaced) {
            said.add(replaced == Replaced.REFUSED ? "apply" : "go back");
            return schema.remove().get();
        }
    }

    private final class ScriptedSnapshots implements TakeSnapshots {

        @Override
        public SnapshotStep next(Collection<FactName> facts, LocalDate day) {
            said.add("fill");
            return snapshots.isEmpty() ? new SnapshotStep.UpToDate() : snapshots.remove();
        }

        @Override
        public void release() {
            said.add("release snapshots");
        }
    }

    /// Tells the loop to stop after its last step.
    private final class ScriptedLoad implements LoadWarehouse {

        @Override
        public LoadStep loadNext() {
            said.add("load");
            if (steps.isEmpty()) {
                loop.stop();
                return new LoadStep.Idle();
            }
            return steps.remove().get();
        }

        @Override
        public LoadStep retryNext() {
            throw new IllegalStateException("The loop loads, and leaves it to the load what comes first");
        }

        @Override
        public List<PausedSource> paused() {
            return List.of();
        }

        @Override
        public void release() {
            said.add("release");
        }
    }
}
