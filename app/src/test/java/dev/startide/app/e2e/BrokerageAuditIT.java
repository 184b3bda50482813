package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.sample.brokerage.BrokerageEvents;
import dev.startide.sample.brokerage.BrokerageSettings;
import dev.startide.sample.brokerage.Delivery;
import dev.startide.sample.brokerage.audit.AuditRules;
import dev.startide.sample.brokerage.publish.EventFiles;
import dev.startide.sample.brokerage.publish.EventFiles.EventFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The audit of the brokerage finds what is wrong: each damage is done to a right warehouse, found
/// by the rule that is about it, and undone.
class BrokerageAuditIT {

    private static final Path MODEL = Path.of("..", "samples", "brokerage", "warehouse.yaml");
    private static final BrokerageEvents EVENTS = BrokerageEvents.of(BrokerageSettings.SMALL.withCustomers(25));
    private static final AuditRules AUDIT = AuditRules.of(EVENTS.inOrder());

    private static final Map<String, String> DAMAGES = Map.ofEntries(
            Map.entry(
                    "update star.customer set is_current = true where customer_id = (select min(customer_id)"
                            + " from star.customer where version = 2)",
                    "no member has two current versions"),
            Map.entry(
                    "update star.account set valid_to = valid_to + interval '1 hour' where version = 1 and account_id ="
                            + " (select account_id from star.account where version = 2 order by 1 limit 1)",
                    "no version is empty, and none overlaps the next"),
            Map.entry(
                    "update star.security set is_inferred = true where symbol = 'CRDN'",
                    "only securities that the exchange never told of are inferred"),
            Map.entry(
                    "alter table star.trade alter column placed_at_to_submitted_at drop expression;"
                            + " update star.trade set placed_at_to_submitted_at = 1",
                    "the time between milestones is the time between milestones"),
            Map.entry(
                    "update star.customer set valid_from = '1950-01-01Z' where version = 1 and customer_id = 1",
                    "the first version of a member is open to the past"),
            Map.entry(
                    "update star.security set version = version + 1 where symbol = 'ALPN'",
                    "versions of a member are numbered in the order of time"),
            Map.entry(
                    "update star.account set valid_to = valid_to - interval '1 hour' where version = 1 and account_id ="
                            + " (select account_id from star.account where version = 2 order by 1 limit 1)",
                    "versions leave no gap, but after a delete"),
            Map.entry(
                    "update star.customer set tier = (select tier from star.customer as first"
                            + " where first.customer_id = customer.customer_id and first.version = 1),"
                            + " city = (select city from star.customer as first"
                            + " where first.customer_id = customer.customer_id and first.version = 1),"
                            + " country = (select country from star.customer as first"
                            + " where first.customer_id = customer.customer_id and first.version = 1)"
                            + " where version = 2",
                    "neighbouring versions differ"),
            Map.entry(
                    "update star.customer set email = 'nobody' where is_current and customer_id = 1",
                    "the current version shows the current state"),
            Map.entry(
                    "update star.customer set is_current = true where version = 1"
                            + " and customer_id = (select min(customer_id) from norm.customer where _is_deleted)",
                    "who is deleted has no current version"),
            Map.entry(
                    "update star.account set customer_key = (select customer_key from star.customer as first"
                            + " where first.customer_durable_key = account.customer_durable_key and first.version = 1)"
                            + " where version > 1",
                    "a version of an account shows the version of the customer that held all the while"),
            Map.entry(
                    "update star.trade set account_key = (select account_key from star.account as first"
                            + " where first.account_durable_key = trade.account_durable_key and first.version = 1)",
                    "facts look at the version that held, or was closed last, at their time"),
            Map.entry(
                    "update star.watch set customer_durable_key = customer_durable_key + 1",
                    "the version of a fact belongs to its member"),
            Map.entry(
                    "update star.security set is_inferred = true where symbol = 'BRGT'",
                    "every member that events tell of is there"),
            Map.entry(
                    "delete from star.trade where trade_id = (select min(trade_id) from star.trade)",
                    "facts add up to what the generator told"),
            Map.entry(
                    "update star.cash_movement set amount = amount + 1 where entry_kind = 'original'",
                    "the entries of the cash book add up to the current state"),
            Map.entry(
                    "update star.cash_movement set event_time = event_time + interval '1 s'"
                            + " where entry_kind = 'reversal'",
                    "what a reversal takes back was booked just before"),
            Map.entry(
                    "update star.trade set closed_at = placed_at - interval '1 day' where closed_at is not null",
                    "no trade goes back in time, and a closed one has an end"),
            Map.entry(
                    "update star.daily_price set high = low - 1 where symbol = 'CRDN'",
                    "prices lie between their extremes"),
            Map.entry(
                    "update star.cash_movement set moved_key = (select min(date_key) from star.date where date_key > 0)",
                    "days are those of New York"),
            Map.entry(
                    "delete from star.watch where customer_id = (select min(customer_id) from star.watch)",
                    "no fact is lost between the normalized table and the star"));

    @TempDir
    private Path folder;

    @Test
    void findsEachDamage() throws Exception {
        // Given
        try (FileWarehouse warehouse = FileWarehouse.of(MODEL)) {
            for (EventFile file : new EventFiles(folder).write(EVENTS.delivered(Delivery.LATE_AND_DOUBLED), 2)) {
                warehouse.take(file.feed().source(), file.path());
            }
            assertThat(audit(warehouse, "select 1")).isEmpty();
            Map<String, String> unseen = new LinkedHashMap<>();

            // When
            for (Map.Entry<String, String> damage : DAMAGES.entrySet()) {
                Map<String, ?> found = audit(warehouse, damage.getKey());
                if (!found.containsKey(damage.getValue())) {
                    unseen.put(damage.getKey(), damage.getValue());
                }
            }

            // Then
            assertThat(unseen).isEmpty();
        }
    }

    /// Damages are done without triggers, because foreign keys would refuse some of them.
    private static Map<String, ?> audit(FileWarehouse warehouse, String damage) throws SQLException {
        try (Connection connection = warehouse.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local session_replication_role = replica");
                statement.execute(damage);
                return AUDIT.breaches(connection);
            } finally {
                connection.rollback();
            }
        }
    }
}
