package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.report.StatusReport;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.sample.brokerage.BrokerageEvent;
import dev.startide.sample.brokerage.BrokerageEvents;
import dev.startide.sample.brokerage.BrokerageSettings;
import dev.startide.sample.brokerage.Delivery;
import dev.startide.sample.brokerage.answer.Answer;
import dev.startide.sample.brokerage.answer.BrokerageAnswers;
import dev.startide.sample.brokerage.audit.AuditRules;
import dev.startide.sample.brokerage.publish.EventFiles;
import dev.startide.sample.brokerage.publish.EventFiles.EventFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Histories of every kind, from files of four systems to answers and audit rules.
class BrokerageEndToEndIT {

    private static final Path MODEL = Path.of("..", "samples", "brokerage", "warehouse.yaml");
    private static final BrokerageEvents EVENTS = BrokerageEvents.of(BrokerageSettings.SMALL);
    private static final List<Answer> ANSWERS = BrokerageAnswers.of(EVENTS.inOrder());
    private static final AuditRules AUDIT = AuditRules.of(EVENTS.inOrder());

    /// As many days of delivery; late events meet what was loaded on the days before.
    private static final int PARTS = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void answersRightAndKeepsEveryRuleHoweverTheEventsArrive(Delivery delivery) throws Exception {
        // Given
        try (FileWarehouse warehouse = FileWarehouse.of(MODEL)) {

            // When
            deliver(EVENTS.delivered(delivery), warehouse);

            // Then
            assertThat(ask(warehouse)).isEqualTo(expected());
            assertThat(audit(warehouse)).isEmpty();
            assertThat(warehouse.findings()).isEmpty();
            assertEverythingWasLoaded(warehouse.status());
        }
    }

    private void deliver(List<BrokerageEvent> events, FileWarehouse warehouse) throws IOException {
        for (EventFile file : new EventFiles(folder).write(events, PARTS)) {
            warehouse.take(file.feed().source(), file.path());
        }
    }

    private static Map<String, List<List<String>>> expected() {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        ANSWERS.forEach(answer -> rows.put(answer.name(), answer.rows()));
        return rows;
    }

    private static Map<String, List<List<String>>> ask(FileWarehouse warehouse) throws SQLException {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        try (Connection connection = warehouse.connect()) {
            for (Answer answer : ANSWERS) {
                rows.put(answer.name(), answer.ask(connection));
            }
        }
        return rows;
    }

    private static Map<String, List<String>> audit(FileWarehouse warehouse) throws SQLException {
        try (Connection connection = warehouse.connect()) {
            return AUDIT.breaches(connection);
        }
    }

    private static void assertEverythingWasLoaded(StatusReport status) {
        assertThat(status.sum(LaneProgress::received)).isPositive().isEqualTo(status.sum(LaneProgress::loaded));
        assertThat(status.quarantined()).isZero();
        assertThat(status.waiting()).isZero();
    }
}
