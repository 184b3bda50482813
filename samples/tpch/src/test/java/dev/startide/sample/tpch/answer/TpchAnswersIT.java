package dev.startide.sample.tpch.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestPostgres;
import dev.startide.sample.tpch.TpchEvent;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import dev.startide.sample.tpch.publish.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The SQL of the answers, asked of a star that plain SQL has built, gives what was computed.
class TpchAnswersIT {

    private static final TpchEvents EVENTS = TpchEvents.of(TpchSettings.DEMO);

    @Test
    void agreeWithAStarBuiltBySql() throws SQLException, IOException {
        try (Connection connection = TestPostgres.freshDatabase().dataSource().getConnection()) {
            // Given
            insertEvents(connection);
            execute(connection, resource("reference_star.sql"));
            var answers = TpchAnswers.of(EVENTS.set());

            // When
            Map<String, List<List<String>>> asked = new LinkedHashMap<>();
            for (Answer answer : answers) {
                asked.put(answer.name(), answer.ask(connection));
            }

            // Then
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(asked.get(answer.name()))
                            .as(answer.name())
                            .isEqualTo(answer.rows()));
        }
    }

    private static void insertEvents(Connection connection) throws SQLException {
        execute(connection, "create table event (id text, kind text, body jsonb)");
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("insert into event values (?, ?, ?::jsonb)")) {
            for (TpchEvent event : EVENTS.set().inOrder()) {
                insert.setString(1, event.id());
                insert.setString(2, event.getClass().getSimpleName());
                insert.setString(3, new String(EventJson.encode(event), StandardCharsets.UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = TpchAnswersIT.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
