package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.Payload;
import dev.startide.domain.quality.LaneProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From change envelopes of two tables, in any order, to a star: one event type tells of each table.
class ChangeDataEndToEndIT {

    private static final String MODEL = """
            version: 1
            name: crm
            sources:
              crm: { file: { format: debezium } }
            events:
              customer_changed:
                source: crm
                when: change.source.table == 'customer'
                fields: { id: int, name: text, city: text }
              purchase_changed:
                source: crm
                when: change.source.table == 'purchase'
                fields: { purchase_id: int, customer_id: int, placed_at: timestamptz, amount: "decimal(12,2)" }
            entities:
              customer: { from: customer_changed, key: id }
              purchase: { from: purchase_changed, key: purchase_id, references: { customer_id: customer } }
            dimensions:
              customer: { of: customer, attributes: { name: 1, city: 2 }, deletes: flag }
            facts:
              purchase:
                of: purchase
                grain: purchase_id
                time: placed_at
                dimensions: { customer: customer_id }
                measures: { amount: sum }
            """;

    private static final String FOLLOWING = MODEL.replace(
                    "fields: { id: int, name: text, city: text }",
                    "fields: { id: int, former_id: { type: int, value: change.oldkey.id }, name: text, city: text }")
            .replace("key: id }", "key: id, formerly: former_id }");

    private static final List<String> ENVELOPES = List.of(
            customer("r", 1, 100, "null", "{\"id\":1,\"name\":\"Ann\",\"city\":\"Graz\"}"),
            customer("u", 2, 200, "null", "{\"id\":1,\"name\":\"Anna\",\"city\":\"Wien\"}"),
            customer("d", 4, 900, "{\"id\":1,\"name\":null,\"city\":null}", "null"),
            purchase("c", 1, 110, "null", row(1, "2026-03-01T12:00:00Z", "10.50")),
            purchase("c", 2, 210, "null", row(2, "2026-03-02T12:00:00Z", "20.50")),
            purchase("u", 2, 220, "null", row(2, "2026-03-02T12:00:00Z", "25.00")),
            purchase("c", 3, 300, "null", row(3, "2026-03-03T12:00:00Z", "30.00")),
            purchase("d", 3, 310, "{\"purchase_id\":3}", "null"),
            "null",
            "{\"ts_ms\":1772409600000}");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void makesTheSameStarOfEnvelopesInAnyOrder(long seed) throws IOException, SQLException {
        // Given
        List<String> lines = new ArrayList<>(ENVELOPES);
        lines.addAll(ENVELOPES.subList(0, 4));
        Collections.shuffle(lines, new Random(seed));
        Path model = Files.writeString(folder.resolve("warehouse.yaml"), MODEL);

        try (FileWarehouse warehouse = FileWarehouse.of(model)) {
            // When
            for (int file = 0; file < 3; file++) {
                Path part = folder.resolve("part-" + file + ".ndjson");
                Files.write(part, lines.subList(file * lines.size() / 3, (file + 1) * lines.size() / 3));
                warehouse.take("crm", part);
            }

            // Then
            assertThat(ask(
                            warehouse,
                            "select name, city, is_deleted, extract(day from valid_from at time zone 'UTC') from star.customer where id = 1"
                                    + " order by version"))
                    .containsExactly("Anna|Graz|f|1", "Anna|Wien|f|2", "Anna|Wien|t|4");
            assertThat(ask(
                            warehouse,
                            "select f.purchase_id, c.city, f.amount from star.purchase f"
                                    + " join star.customer c on c.customer_key = f.customer_key order by 1"))
                    .containsExactly("1|Graz|10.50", "2|Wien|25.00");
            assertThat(ask(warehouse, "select id, city, _is_deleted from norm.customer"))
                    .containsExactly("1|Wien|t");
            assertThat(warehouse.status().sum(LaneProgress::ignored)).isEqualTo(2);
            assertThat(warehouse.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsTheMemberWhosePrimaryKeyChanges(long seed) throws IOException, SQLException {
        // Given
        List<IncomingEvent> events = new ArrayList<>(List.of(
                event(customer("r", 1, 100, "null", "{\"id\":7,\"name\":\"Ann\",\"city\":\"Graz\"}")),
                event(customer("d", 2, 200, "{\"id\":7}", "null"), "__debezium.newkey", "{\"id\":3}"),
                event(
                        customer("c", 2, 200, "null", "{\"id\":3,\"name\":\"Ann\",\"city\":\"Graz\"}"),
                        "__debezium.oldkey",
                        "{\"id\":7}"),
                event(customer("u", 3, 300, "null", "{\"id\":3,\"name\":\"Anna\",\"city\":\"Wien\"}")),
                event(purchase("c", 1, 110, "null", row(1, 7, "2026-03-01T12:00:00Z"))),
                event(purchase("c", 4, 400, "null", row(2, 7, "2026-03-04T12:00:00Z"))),
                event(purchase("c", 4, 410, "null", row(3, 3, "2026-03-01T13:00:00Z")))));
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(seed));
        Path model = Files.writeString(folder.resolve("warehouse.yaml"), FOLLOWING);

        try (FileWarehouse warehouse = FileWarehouse.of(model)) {
            // When
            for (IncomingEvent event : events) {
                warehouse.take("crm", List.of(event));
            }

            // Then
            assertThat(ask(
                            warehouse,
                            "select _member_id, id, name, city, extract(day from valid_from at time zone 'UTC') from star.customer"
                                    + " where id is not null order by valid_from"))
                    .containsExactly("3|7|Anna|Graz|1", "3|3|Anna|Graz|2", "3|3|Anna|Wien|3");
            assertThat(ask(
                            warehouse,
                            "select f.purchase_id, c.id, c.city from star.purchase f"
                                    + " join star.customer c on c.customer_key = f.customer_key"
                                    + " and c.customer_durable_key = f.customer_durable_key order by 1"))
                    .containsExactly("1|7|Graz", "2|3|Wien", "3|7|Graz");
            assertThat(ask(warehouse, "select id, _member_id, city, _is_deleted from norm.customer"))
                    .containsExactly("3|3|Wien|f");
            assertThat(ask(warehouse, "select id, _member_id from norm.customer__key order by 1"))
                    .containsExactly("3|3", "7|3");
            assertThat(warehouse.history("customer", "7"))
                    .isPresent()
                    .isEqualTo(warehouse.history("customer", "3"))
                    .hasValueSatisfying(
                            history -> assertThat(history.statements()).hasSize(3));
            assertThat(warehouse.findings()).isEmpty();
        }
    }

    private static IncomingEvent event(String envelope, String... header) {
        return new IncomingEvent(
                new Identity.InContent(),
                header.length == 0 ? Map.of() : Map.of(header[0], header[1]),
                Instant.parse("2026-04-01T00:00:00Z"),
                new Payload.SelfDescribing("application/json", envelope.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> ask(FileWarehouse warehouse, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = warehouse.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(result.getString(column));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    private static String row(int purchase, String placedAt, String amount) {
        return "{\"purchase_id\":%d,\"customer_id\":1,\"placed_at\":\"%s\",\"amount\":%s}"
                .formatted(purchase, placedAt, amount);
    }

    private static String row(int purchase, int customer, String placedAt) {
        return "{\"purchase_id\":%d,\"customer_id\":%d,\"placed_at\":\"%s\",\"amount\":1}"
                .formatted(purchase, customer, placedAt);
    }

    private static String customer(String operation, int day, int lsn, String before, String after) {
        return envelope("customer", operation, day, lsn, before, after);
    }

    private static String purchase(String operation, int day, int lsn, String before, String after) {
        return envelope("purchase", operation, day, lsn, before, after);
    }

    /// A change at the beginning of a day of March 2026.
    private static String envelope(String table, String operation, int day, int lsn, String before, String after) {
        long millis = 1_772_323_200_000L + (day - 1) * 86_400_000L;
        return "{\"before\":%s,\"after\":%s,\"op\":\"%s\",\"source\":{\"table\":\"%s\",\"ts_ms\":%d,\"lsn\":%d}}"
                .formatted(before, after, operation, table, millis, lsn);
    }
}
