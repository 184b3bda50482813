package dev.startide.domain.testkit.course;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.ModelText;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a warehouse writes in one transaction of periods is bounded, however long ago something
/// happened. Extend it with the adapters of a real database.
public abstract class PeriodLimitsContract {

    protected static final WarehouseModel MODEL = ModelText.model("""
            version: 1
            name: depot
            time_zone: UTC
            sources:
              desk:
                file:
                  format: json
            events:
              counted:
                source: desk
                time: told_at
                fields:
                  told_at: timestamptz
                  shelves:
                    -
                      shelf_id: text
                      weight: int
            entities:
              shelf:
                from: counted
                each: shelves
                key: shelf_id
            facts:
              stock:
                kind: periodic
                every: day
                since: 1990-01-01
                of: shelf
                measures:
                  weight:
                    agg: sum
                    additive:
                      not_over: period
            """);

    protected static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(LONG_AGO, TODAY);

    /// What a transaction writes beside the rows of periods.
    private static final int BESIDE = 1_000;

    private final List<Integer> written = new ArrayList<>();
    private AdaptersUnderTest adapters;
    private WarehouseRun run;

    /// The adapters of an empty warehouse of this model. Called once before each test.
    protected abstract AdaptersUnderTest emptyWarehouse();

    @BeforeEach
    final void startEmpty() {
        AdaptersUnderTest given = emptyWarehouse();
        adapters = new AdaptersUnderTest(
                given.rawLog(),
                counted(given.warehouse()),
                given.lease(),
                given.cursors(),
                given.progress(),
                given.quarantine());
        run = new WarehouseRun(adapters, LAYOUT);
    }

    @Test
    final void fillsThePeriodsOfAThingOfLongAgoInSteps() {
        // Given
        load(counting(LONG_AGO, "s-1"));

        // When
        run.fill(TODAY, 100, 10);

        // Then
        assertThat(written).allSatisfy(rows -> assertThat(rows).isLessThan(4_000 + BESIDE));
        assertThat(periodsWritten()).isBetween(DAYS, DAYS + BESIDE);
    }

    @Test
    final void loadsLateEventsInSmallerBatchesIfTheyWriteManyPeriods() {
        // Given
        load(counting(TODAY.minusDays(3), "s-1"));
        run.fill(TODAY, 100, 10);

        // When
        load(IntStream.range(2, 12)
                .mapToObj(shelf -> counting(LONG_AGO, "s-" + shelf))
                .toArray(TypedEventBuilder[]::new));

        // Then
        assertThat(written).allSatisfy(rows -> assertThat(rows).isLessThan(100_000 + BESIDE));
        assertThat(periodsWritten()).isBetween(10 * DAYS, 10 * DAYS + BESIDE);
        assertThat(adapters.quarantine().get()).isEmpty();
    }

    @Test
    final void setsAsideAnEventThatWouldWriteTooManyPeriods() {
        // Given
        load(counting(TODAY.minusDays(3), "s-1"));
        run.fill(TODAY, 100, 10);
        String[] shelves =
                IntStream.range(2, 42).mapToObj(shelf -> "s-" + shelf).toArray(String[]::new);

        // When
        load(counting(TODAY.minusDays(2), "s-1"), counting(LONG_AGO, shelves), counting(TODAY.minusDays(1), "s-1"));

        // Then
        assertThat(adapters.quarantine().get())
                .singleElement()
                .extracting(QuarantinedEvent::rejection)
                .satisfies(rejection -> {
                    assertThat(rejection.reason()).isEqualTo(Rejection.Reason.LIMIT_EXCEEDED);
                    assertThat(rejection.message()).contains("periods of stock");
                });
        assertThat(written).allSatisfy(rows -> assertThat(rows).isLessThan(4_000 + BESIDE));
        assertThat(run.loader().loadNext()).isEqualTo(new LoadStep.Idle());
    }

    private void load(TypedEventBuilder... events) {
        for (TypedEventBuilder event : events) {
            run.log("a", event.build());
        }
        while (!(run.loader().loadNext() instanceof LoadStep.Idle)) {
            // goes on with the next batch
        }
    }

    private static TypedEventBuilder counting(LocalDate day, String... shelves) {
        List<Map<String, Object>> elements = Stream.of(shelves)
                .<Map<String, Object>>map(shelf -> Map.of("shelf_id", shelf, "weight", 7))
                .toList();
        return anEventOf(MODEL, "counted").at(day + "T12:00:00Z").with("shelves", elements);
    }

    private int periodsWritten() {
        return written.stream().mapToInt(Integer::intValue).sum();
    }

    /// The same, with a note of how many rows each transaction writes.
    private Warehouse counted(Warehouse warehouse) {
        return (Warehouse) Proxy.newProxyInstance(
                Warehouse.class.getClassLoader(), new Class<?>[] {Warehouse.class}, (_, method, arguments) -> {
                    try {
                        Object answer = method.invoke(warehouse, arguments);
                        if (method.getName().equals("write") && arguments[0] instanceof LoadWrites writes) {
                            written.add(writes.rows());
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
