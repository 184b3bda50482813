package dev.startide.adapter.outbound.postgres.log;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.LogVolumes;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.retention.LogVolume;
import dev.startide.domain.retention.LogVolume.Debt;
import dev.startide.domain.retention.Retention;
import dev.startide.domain.retention.Retention.Quarantined;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PostgresLogVolumesIT {

    private static final Source ORDERS = aSource("orders").build();
    private static final Retention KEEPING = new Retention(Duration.ZERO, 1, 1, Quarantined.KEPT);
    private static final Retention RELEASING = new Retention(Duration.ZERO, 1, 1, Quarantined.RELEASED);
    private static final String DENSITY = SqlFile.beside(
                    Database.class, "/dev/startide/adapter/outbound/postgres/verify/lane_density.sql")
            .replaceAll("(?m)^--.*$", "");

    private PostgresStorage storage;
    private RawLog log;
    private LogVolumes volumes;

    @BeforeEach
    void open() {
        storage = PostgresStorage.fresh();
        log = storage.port(RawLog.class);
        volumes = storage.port(LogVolumes.class);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void beginsWithOneVolume() {
        // When
        List<LogVolume> all = volumes.all();

        // Then
        assertThat(all).singleElement().satisfies(volume -> {
            assertThat(volume.number()).isEqualTo(1);
            assertThat(volume.debts()).isEmpty();
        });
    }

    @Test
    void logsIntoTheNextVolumeFromThenOnAndReadsAcrossBoth() {
        // Given
        append("a", 3);
        append("b", 2);
        volumes.begin(1);

        // When
        append("a", 4);

        // Then
        assertThat(storage.query("select lane, volume, count(*) from raw.event group by 1, 2 order by 1, 2"))
                .containsExactly("1|1|3", "1|2|4", "2|1|2");
        assertThat(positions(Map.of())).containsExactly("1:1", "1:2", "1:3", "1:4", "1:5", "1:6", "1:7", "2:1", "2:2");
        assertThat(positions(Map.of(new LaneId(1), 2L, new LaneId(2), 2L)))
                .containsExactly("1:3", "1:4", "1:5", "1:6", "1:7");
        assertThat(storage.query(DENSITY)).isEmpty();
    }

    @Test
    void beginsAVolumeOnceThoughTwoProcessesMeanTo() {
        // When
        boolean first = volumes.begin(1);
        boolean second = volumes.begin(1);

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(volumes.all()).extracting(LogVolume::number).containsExactly(1, 2);
    }

    @Test
    void looksIntoNoVolumeThatCannotHoldWhatIsAskedFor() {
        // Given
        append("a", 300);
        volumes.begin(1);
        append("a", 300);
        String asked = SqlFile.beside(PostgresRawLog.class, "read_events.sql")
                .replaceAll("(?m)^--.*$", "")
                .replaceFirst("\\?", "'{1}'")
                .replaceFirst("\\?", "'{400}'")
                .replaceFirst("\\?", "'{500}'");

        // When
        List<String> plan = storage.query("explain (analyze, costs off, timing off) " + asked);

        // Then
        assertThat(plan)
                .anySatisfy(line -> assertThat(line).contains("event_v1").contains("never executed"))
                .anySatisfy(line -> assertThat(line).contains("event_v2").contains("actual rows=101"));
    }

    @Test
    void keepsWhatWasNotLoaded() {
        // Given
        append("a", 3);
        volumes.begin(1);
        load("a", 2);

        // When
        boolean released = volumes.release(1, RELEASING);

        // Then
        assertThat(released).isFalse();
        assertThat(volumes.all().getFirst().debts()).containsExactly(Debt.UNLOADED);
        assertThat(positions(Map.of())).hasSize(3);
    }

    @Test
    void keepsWhatIsInTheQuarantineUnlessItIsTold() {
        // Given
        append("a", 3);
        volumes.begin(1);
        load("a", 3);
        storage.execute(
                "insert into startide.quarantine (lane, position, source, stage, reason, message, model_version)"
                        + " values (1, 2, 'orders', 'PARSE', 'MALFORMED', 'no', 1)");

        // When
        boolean kept = !volumes.release(1, KEEPING);
        boolean released = volumes.release(1, RELEASING);

        // Then
        assertThat(kept).isTrue();
        assertThat(released).isTrue();
    }

    @Test
    void keepsWhatIsBeingRebuilt() {
        // Given
        append("a", 3);
        volumes.begin(1);
        load("a", 3);
        storage.execute("insert into startide.rebuild (state, everything, tables, fingerprint, far_key)"
                + " values ('building', true, '{}', gen_random_uuid(), 1)");

        // When
        boolean released = volumes.release(1, RELEASING);

        // Then
        assertThat(released).isFalse();
        assertThat(volumes.all().getFirst().debts()).containsExactly(Debt.REBUILD);
    }

    @Test
    void letsTheOldestGoWithItsTable() {
        // Given
        append("a", 3);
        append("idle", 2);
        volumes.begin(1);
        append("a", 4);
        load("a", 5);
        load("idle", 2);

        // When
        boolean released = volumes.release(1, KEEPING);

        // Then
        assertThat(released).isTrue();
        assertThat(log.released()).containsExactlyInAnyOrderEntriesOf(Map.of(new LaneId(1), 3L, new LaneId(2), 2L));
        assertThat(positions(Map.of())).containsExactly("1:4", "1:5", "1:6", "1:7");
        assertThat(storage.query("select to_regclass('raw.event_v1')")).containsExactly("null");
        assertThat(storage.port(EventLookup.class).at(new LanePosition(new LaneId(1), 3)))
                .isEmpty();
        assertThat(storage.query(DENSITY)).isEmpty();
    }

    @Test
    void goesOnWithALaneThatHadNothingButWhatWasLetGo() {
        // Given
        append("idle", 2);
        volumes.begin(1);
        load("idle", 2);
        volumes.release(1, KEEPING);

        // When
        append("idle", 2);

        // Then
        assertThat(positions(Map.of())).containsExactly("1:3", "1:4");
        assertThat(storage.query(DENSITY)).isEmpty();
    }

    @Test
    void finishesWhatAProcessThatDiedHasBegun() {
        // Given
        append("a", 3);
        volumes.begin(1);
        append("a", 1);
        volumes.begin(2);
        load("a", 4);
        storage.execute(
                "delete from startide.lane_volume where volume = 1; delete from startide.log_volume where number = 1");

        // When
        volumes.release(2, KEEPING);

        // Then
        assertThat(storage.query("select relname from pg_class where relname ~ '^event_v[0-9]+$' order by 1"))
                .containsExactly("event_v3");
    }

    @Test
    void findsAnEventThatIsGoneThoughItsVolumeIsThere() {
        // Given
        append("a", 3);
        volumes.begin(1);
        append("a", 4);
        load("a", 7);
        volumes.release(1, KEEPING);

        // When
        storage.execute("delete from raw.event where position = 5");

        // Then
        assertThat(storage.query(DENSITY)).containsExactly("holds other events than it gave positions to|1|2|4|3|5");
    }

    @Test
    @Timeout(180)
    void losesNothingWhileWritersGoOn() throws Exception {
        // Given
        int writers = 4;
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<Long>> written = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                String lane = "w" + writer;
                written.add(threads.submit(() -> appendUntil(stop, lane)));
            }

            // When
            int released = 0;
            for (int volume = 1; volume <= 12; volume++) {
                volumes.begin(volume);
                storage.execute("update startide.load_cursor as cursor set position = lane.next_position - 1,"
                        + " loaded = lane.next_position - 1 from startide.lane where lane.id = cursor.lane");
                released += volumes.release(volumes.all().getFirst().number(), KEEPING) ? 1 : 0;
            }
            stop.set(true);

            // Then
            long appended = 0;
            for (Future<Long> lane : written) {
                appended += lane.get();
            }
            long held = Long.parseLong(
                    storage.query("select count(*) from raw.event").getFirst());
            long gone =
                    log.released().values().stream().mapToLong(Long::longValue).sum();
            assertThat(released).isPositive();
            assertThat(held + gone).isEqualTo(appended);
            assertThat(storage.query(DENSITY)).isEmpty();
        }
    }

    private long appendUntil(AtomicBoolean stop, String name) {
        OpenLane lane = log.open(ORDERS, new LaneName(name));
        long appended = 0;
        while (!stop.get()) {
            lane = log.append(ORDERS, IngestBatch.of(lane, events(5))).lane();
            appended += 5;
        }
        return appended;
    }

    private void append(String lane, int events) {
        log.append(ORDERS, IngestBatch.of(log.open(ORDERS, new LaneName(lane)), events(events)));
    }

    private static List<IncomingEvent> events(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> anEvent("e-" + each).build())
                .toList();
    }

    private void load(String lane, long position) {
        storage.port(Database.class).directly(Pool.CONTROL, "load", connection -> {
            try (var statement = connection.prepareStatement("update startide.load_cursor set position = ?, loaded = ?"
                    + " where lane = (select id from startide.lane where name = ?)")) {
                statement.setLong(1, position);
                statement.setLong(2, position);
                statement.setString(3, lane);
                return statement.executeUpdate();
            }
        });
    }

    private List<String> positions(Map<LaneId, Long> after) {
        return log.read(after, 1_000, 1 << 30).stream()
                .map(event -> "%s:%d".formatted(event.at().lane(), event.at().position()))
                .toList();
    }
}
