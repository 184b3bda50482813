package dev.startide.app.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.report.StatusReport;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.TableCount;
import dev.startide.sample.tpch.Delivery;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import dev.startide.sample.tpch.answer.Answer;
import dev.startide.sample.tpch.answer.TpchAnswers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole way of events, from topics and requests to answers that are known beforehand.
class TpchEndToEndIT {

    private static final TpchEvents EVENTS = TpchEvents.of(TpchSettings.DEMO.withScale(0.001));
    private static final List<Answer> ANSWERS = TpchAnswers.of(EVENTS.set());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void answersToTheCentHoweverTheEventsArrive(Delivery delivery) throws Exception {
        // Given
        try (LiveWarehouse warehouse = LiveWarehouse.start(folder)) {

            // When
            warehouse.take(EVENTS.delivered(delivery));

            // Then
            assertThat(ask(warehouse)).isEqualTo(expected());
            assertEverythingWasLoaded(warehouse.status());
        }
    }

    @Test
    void takingTheSameEventsAgainChangesNothing() throws Exception {
        // Given
        try (LiveWarehouse warehouse = LiveWarehouse.start(folder)) {
            warehouse.take(EVENTS.delivered(Delivery.LATE_AND_DOUBLED));
            Map<String, Long> rows = rows(warehouse.status());

            // When
            warehouse.take(EVENTS.delivered(Delivery.SHUFFLED));

            // Then
            assertThat(rows(warehouse.status())).isEqualTo(rows);
            assertThat(ask(warehouse)).isEqualTo(expected());
            assertEverythingWasLoaded(warehouse.status());
        }
    }

    private static Map<String, List<List<String>>> expected() {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        ANSWERS.forEach(answer -> rows.put(answer.name(), answer.rows()));
        return rows;
    }

    private static Map<String, List<List<String>>> ask(LiveWarehouse warehouse) throws SQLException {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        try (Connection connection = warehouse.connect()) {
            for (Answer answer : ANSWERS) {
                rows.put(answer.name(), answer.ask(connection));
            }
        }
        return rows;
    }

    private static void assertEverythingWasLoaded(StatusReport status) {
        assertThat(status.sum(LaneProgress::received)).isPositive().isEqualTo(status.sum(LaneProgress::loaded));
        assertThat(status.quarantined()).isZero();
        assertThat(status.waiting()).isZero();
    }

    private static Map<String, Long> rows(StatusReport status) {
        return status.tables().stream().collect(toMap(table -> table.table().toString(), TableCount::rows));
    }
}
