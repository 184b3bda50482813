package dev.startide.adapter.outbound.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.ModelText;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaDiff;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What readers see of several facts side by side, and of the time before a row.
class MartViewsIT {

    private static final WarehouseModel MODEL = ModelText.model("""
            version: 1
            name: planning
            time_zone: Europe/Vienna
            sources:
              desk:
                file:
                  format: json
            events:
              sold:
                source: desk
                time: told_at
                fields:
                  sale_id: text
                  channel: text
                  told_at: timestamptz
                  amount: decimal(12,2)
              planned:
                source: desk
                time: told_at
                fields:
                  plan_id: text
                  channel: text
                  month_of: date
                  told_at: timestamptz
                  amount: decimal(12,2)
              returned:
                source: desk
                time: told_at
                fields:
                  return_id: text
                  channel: text
                  told_at: timestamptz
            entities:
              sale:
                from: sold
                key: sale_id
              plan:
                from: planned
                key: plan_id
              return:
                from: returned
                key: return_id
            dimensions:
              date:
                calendar:
                  from: 2026-01-01
                  years_ahead: 1
            facts:
              sale:
                of: sale
                grain: sale_id
                time: told_at
                dimensions:
                  sold:
                    dimension: date
                    key: told_at
                degenerate: channel
                measures:
                  amount: sum
              budget:
                of: plan
                grain: plan_id
                time: told_at
                dimensions:
                  planned_for:
                    dimension: date
                    key: month_of
                degenerate: channel
                measures:
                  amount: sum
              restitution:
                of: return
                grain: return_id
                time: told_at
                dimensions:
                  sold:
                    dimension: date
                    key: told_at
                degenerate: channel
            marts:
              plan_vs_actual:
                description: What was planned, and what came
                combine:
                  sale:
                  budget:
                    sold: planned_for
                  restitution:
                by: [sold.year_month, channel]
                measures:
                  planned: budget.sum(fact.amount)
                  revenue: sale.sum(fact.amount)
                  is_large: sale.sum(fact.amount) > 5
                  returns: restitution.count(*)
              sales:
                fact: sale
                measures:
                  sum_of_2_days:
                    sum: amount
                    over: 2 days
                    per: channel
                  most_of_a_month:
                    max: amount
                    over: 1 month
            """);

    private static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);

    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @BeforeEach
    void clear() {
        storage.prepare(LAYOUT);
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void showsFactsSideBySideAndDropsNothingOfEither() {
        // Given
        sales(
                "s-1, 2026-01-10 12:00Z, web, 3",
                "s-2, 2026-01-11 12:00Z, web, 4",
                "s-3, 2026-02-01 12:00Z, null, 1",
                "s-4, 2026-03-01 12:00Z, web, 1");
        budgets("b-1, 20260101, web, 10", "b-2, 20260201, null, 20", "b-3, 20260401, shop, 30");
        restitutions("r-1, 2026-02-05 12:00Z, null", "r-2, 2026-02-06 12:00Z, null", "r-3, 2026-05-05 12:00Z, web");

        // When
        List<String> rows = storage.query("select * from mart.plan_vs_actual order by 1, 2 nulls last");

        // Then
        assertThat(rows)
                .containsExactly(
                        "2026-01|web|10.00|7.00|t|null",
                        "2026-02|null|20.00|1.00|f|2",
                        "2026-03|web|null|1.00|f|null",
                        "2026-04|shop|30.00|null|null|null",
                        "2026-05|web|null|null|null|1");
    }

    @Test
    void letsWhatReadersFilterGroupsByReachEveryFact() {
        // When
        List<String> plan = storage.query("explain select * from mart.plan_vs_actual where channel = 'web'");

        // Then
        assertThat(plan)
                .filteredOn(line -> line.contains("Filter: (channel = 'web'::text)"))
                .hasSize(3);
        assertThat(plan).noneMatch(line -> line.contains("CTE"));
    }

    @Test
    void findsNothingToChangeOnceItIsApplied() {
        // When
        var changes = SchemaDiff.between(storage.port(WarehouseCatalog.class).existing(), LAYOUT.schema());

        // Then
        assertThat(changes.changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles"})
    void looksBackFromEveryRowByTheClockOfTheModel(String zone) throws SQLException {
        // Given
        sales(
                "s-1, 2026-03-28 00:00 Europe/Vienna, web, 1",
                "s-2, 2026-03-29 00:00 Europe/Vienna, web, 2",
                "s-3, 2026-03-30 00:00 Europe/Vienna, web, 4",
                "s-4, 2026-03-30 00:00 Europe/Vienna, shop, 8",
                "s-5, 2026-03-30 23:59 Europe/Vienna, web, 16",
                "s-6, 2026-04-28 00:00 Europe/Vienna, web, 3",
                "s-7, 2026-04-29 23:59 Europe/Vienna, web, 3");

        // When
        List<String> rows = inZone(zone, """
                select concat_ws('|', sale_id, sum_of_2_days, most_of_a_month) from mart.sales order by sale_id""");

        // Then
        assertThat(rows)
                .containsExactly(
                        "s-1|1.00|1.00",
                        "s-2|3.00|2.00",
                        "s-3|6.00|8.00",
                        "s-4|8.00|8.00",
                        "s-5|22.00|16.00",
                        "s-6|3.00|16.00",
                        "s-7|6.00|16.00");
    }

    private static List<String> inZone(String zone, String question) throws SQLException {
        try (Connection connection = storage.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set time zone '%s'".formatted(zone));
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(question)) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }

    private static void sales(String... rows) {
        Stream.of(rows).map(MartViewsIT::cells).forEach(cells -> storage.execute("""
                insert into star.sale (sale_id, event_time, sold_key, channel, amount)
                select %1$s, moment, to_char(moment at time zone 'Europe/Vienna', 'yyyymmdd')::int, %3$s, %4$s
                from (select %2$s::timestamptz) as time (moment)""".formatted(cells)));
    }

    private static void budgets(String... rows) {
        Stream.of(rows).map(MartViewsIT::cells).forEach(cells -> storage.execute("""
                insert into star.budget (plan_id, event_time, planned_for_key, channel, amount)
                select %s, '2025-12-01', %s, %s, %s""".formatted(cells)));
    }

    private static void restitutions(String... rows) {
        Stream.of(rows).map(MartViewsIT::cells).forEach(cells -> storage.execute("""
                insert into star.restitution (return_id, event_time, sold_key, channel)
                select %1$s, %2$s, to_char(%2$s::date, 'yyyymmdd')::int, %3$s""".formatted(cells)));
    }

    /// The cells of a row as literals; numbers may be texts as well.
    private static Object[] cells(String row) {
        return Stream.of(row.split(", "))
                .map(cell -> cell.equals("null") || cell.matches("[0-9]+") ? cell : "'%s'".formatted(cell))
                .toArray();
    }
}
