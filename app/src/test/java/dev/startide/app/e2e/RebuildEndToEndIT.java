package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.quality.LaneProgress;
import dev.startide.sample.tpch.Delivery;
import dev.startide.sample.tpch.TpchEvent;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rebuilding and replaying beside a running service, as somebody does it by the command line.
class RebuildEndToEndIT {

    private static final int OK = 0;
    private static final TpchEvents EVENTS = TpchEvents.of(TpchSettings.DEMO.withScale(0.001));
    private static final List<Answer> ANSWERS = TpchAnswers.of(EVENTS.set());

    @TempDir
    private Path folder;

    @Test
    void rebuildsWhileEventsArriveAndLosesNone() throws Exception {
        // Given
        List<TpchEvent> events = EVENTS.delivered(Delivery.LATE_AND_DOUBLED);
        try (LiveWarehouse warehouse = LiveWarehouse.start(folder)) {
            warehouse.take(events.subList(0, events.size() / 2));

            // When
            CompletableFuture<CommandRun> rebuild =
                    CompletableFuture.supplyAsync(() -> warehouse.command("rebuild", "--all", "--json"));
            warehouse.take(events.subList(events.size() / 2, events.size()));

            // Then
            assertThat(rebuild.join()).satisfies(CommandRun::isOk);
            assertThat(ask(warehouse)).isEqualTo(expected());
            assertThat(warehouse.status().sum(LaneProgress::received))
                    .isEqualTo(warehouse.status().sum(LaneProgress::loaded));
            assertThat(warehouse.command("rebuild", "--confirm").exitCode()).isEqualTo(OK);
            assertThat(warehouse.command("rebuild", "--all")).satisfies(CommandRun::isOk);
            assertThat(ask(warehouse)).isEqualTo(expected());
            assertThat(warehouse.command("rebuild", "--revert")).satisfies(CommandRun::isOk);
        }
    }

    @Test
    void replaysWithoutChangingAnAnswer() throws Exception {
        // Given
        try (LiveWarehouse warehouse = LiveWarehouse.start(folder)) {
            warehouse.take(EVENTS.delivered(Delivery.SHUFFLED));

            // When
            CommandRun replay = warehouse.command("replay", "--since", "2000-01-01", "--json");

            // Then
            assertThat(replay).satisfies(CommandRun::isOk);
            assertThat(replay.answers()).contains("\"recovered\":0", "\"complete\":true");
            assertThat(ask(warehouse)).isEqualTo(expected());
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
}
