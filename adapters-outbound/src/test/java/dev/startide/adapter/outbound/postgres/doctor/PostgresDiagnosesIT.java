package dev.startide.adapter.outbound.postgres.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.DatabaseConfig;
import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.diagnosis.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresDiagnosesIT {

    private static final InstantSource CLOCK = InstantSource.system();

    @Test
    void findsNothingWrongWithTheServerOfTheTests() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh()) {
            storage.port(Database.class).ensureOwnTables();

            // When
            List<Diagnosis> found = diagnose(storage, CLOCK);

            // Then
            assertThat(found).hasSizeGreaterThan(15).allSatisfy(diagnosis -> {
                assertThat(diagnosis.place()).startsWith("database: ");
                assertThat(diagnosis.severity()).as(diagnosis.toString()).isLessThan(Severity.WARNING);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "synchronous_commit, off, ERROR",
        "default_transaction_read_only, on, ERROR",
    })
    void findsASettingThatIsInTheWay(String setting, String value, Severity expected) {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh()) {
            set(storage, setting, value);

            // When
            List<Diagnosis> found = diagnose(storage, CLOCK);

            // Then
            assertThat(found)
                    .filteredOn(PostgresDiagnosesIT::isBad)
                    .singleElement()
                    .satisfies(diagnosis -> {
                        assertThat(diagnosis.place()).isEqualTo("database: " + setting);
                        assertThat(diagnosis.severity()).isEqualTo(expected);
                        assertThat(diagnosis.remedy()).containsIgnoringCase("set it to");
                    });
        }
    }

    @Test
    void findsPoolsThatLeaveOthersNoConnections() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh(Map.of("startide.database.ingest-connections", "900"))) {

            // When
            List<Diagnosis> found = diagnose(storage, CLOCK);

            // Then
            assertThat(found)
                    .filteredOn(PostgresDiagnosesIT::isBad)
                    .extracting(Diagnosis::place)
                    .containsExactly("database: max_connections");
        }
    }

    @Test
    void findsAClockThatIsTenMinutesOff() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh()) {
            InstantSource behind = () -> Instant.now().minusSeconds(600);

            // When
            List<Diagnosis> found = diagnose(storage, behind);

            // Then
            assertThat(found)
                    .filteredOn(PostgresDiagnosesIT::isBad)
                    .singleElement()
                    .satisfies(diagnosis -> {
                        assertThat(diagnosis.place()).isEqualTo("database: clock");
                        assertThat(diagnosis.says()).contains("ahead of ours");
                    });
        }
    }

    @Test
    void findsWhatAUserWithoutRightsLacks() {
        // Given
        String user = "poor_" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> poor = Map.of(
                "startide.database.user",
                user,
                "startide.database.password",
                "poor",
                "startide.database.reader-role",
                "nobody_" + user);
        try (PostgresStorage storage = PostgresStorage.fresh(poor)) {
            storage.execute("create role %s login password 'poor'; create schema raw".formatted(user));

            // When
            List<Diagnosis> found = diagnose(storage, CLOCK);

            // Then
            assertThat(found)
                    .filteredOn(PostgresDiagnosesIT::isBad)
                    .extracting(Diagnosis::place)
                    .containsExactly("database: right to create", "database: readers' role", "database: schema raw");
            storage.execute("drop role " + user);
        }
    }

    @Test
    void findsAReplicationSlotThatNobodyReads() {
        // Given
        String slot = "forgotten_" + UUID.randomUUID().toString().substring(0, 8);
        try (PostgresStorage storage = PostgresStorage.fresh()) {
            storage.execute("select pg_create_physical_replication_slot('%s', true)".formatted(slot));

            // When
            List<Diagnosis> found = diagnose(storage, CLOCK);
            storage.execute("select pg_drop_replication_slot('%s')".formatted(slot));

            // Then
            assertThat(found)
                    .filteredOn(PostgresDiagnosesIT::isBad)
                    .extracting(Diagnosis::place)
                    .containsExactly("database: replication slot " + slot);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, FINE", "0.09, WARNING", "0.01, ERROR"})
    void saysWhenTheDiskIsNearlyFull(double free, Severity expected) {
        // When
        Diagnosis diagnosis = DiskLook.space(free);

        // Then
        assertThat(diagnosis.severity()).isEqualTo(expected);
    }

    private static List<Diagnosis> diagnose(PostgresStorage storage, InstantSource clock) {
        DatabaseConfig config = storage.port(DatabaseConfig.class);
        List<Look> looks = new ArrayList<>(
                List.of(new ServerLook(config), new ClockLook(clock), new RightsLook(config), new DurabilityLook()));
        return new PostgresDiagnoses(storage.port(Database.class), looks).diagnose();
    }

    private static void set(PostgresStorage storage, String setting, String value) {
        storage.execute("""
                do $$ begin
                  execute format('alter database %%I set %s = %s', current_database());
                end $$
                """.formatted(setting, value));
    }

    private static boolean isBad(Diagnosis diagnosis) {
        return diagnosis.severity().compareTo(Severity.WARNING) >= 0;
    }
}
