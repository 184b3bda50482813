package dev.startide.adapter.outbound.postgres.rebuild;

import static dev.startide.domain.testkit.shop.ShopEvent.aLine;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresRows;
import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.Verdict;
import dev.startide.domain.rebuild.Wish;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.Await;
import dev.startide.domain.testkit.ShadowTablesContract;
import dev.startide.domain.testkit.shop.Shop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresShadowTablesIT extends ShadowTablesContract {

    private static final Wish EVERYTHING = new Wish.Everything();

    /// Readers wait for less than this, also on a machine that does much else.
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private static final Executor EACH_ITS_OWN_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);

    private static final String FACT = Shop.orderLines().table().name().toString();

    /// Everything that the catalog says of live tables; which of them it is does not matter.
    private static final String SHAPE = """
            select relation.relname, relation.relacl::text, obj_description(relation.oid),
              (select string_agg(
                  attribute.attname || format_type(attribute.atttypid, attribute.atttypmod) || attribute.attnotnull::text
                  || attribute.attgenerated::text || coalesce(col_description(relation.oid, attribute.attnum), ''),
                  ',' order by attribute.attnum)
                from pg_attribute as attribute where attribute.attrelid = relation.oid and attribute.attnum > 0),
              (select string_agg(pg_get_constraintdef(key.oid), ',' order by pg_get_constraintdef(key.oid))
                from pg_constraint as key where key.conrelid = relation.oid),
              (select string_agg(regexp_replace(pg_get_indexdef(index_.indexrelid), 'INDEX [a-z0-9_]+ ', ''), ','
                  order by regexp_replace(pg_get_indexdef(index_.indexrelid), 'INDEX [a-z0-9_]+ ', ''))
                from pg_index as index_ where index_.indrelid = relation.oid),
              (select string_agg(
                  pg_get_triggerdef(alarm.oid) || pg_get_functiondef(alarm.tgfoid), ',' order by alarm.tgname)
                from pg_trigger as alarm where alarm.tgrelid = relation.oid and not alarm.tgisinternal)
            from pg_class as relation
            where relation.relnamespace::regnamespace::text in ('norm', 'star', 'mart')
              and relation.relkind in ('r', 'v')
            order by relation.relnamespace, relation.relname
            """;

    private static PostgresStorage storage;
    private static PostgresRows rows;

    @BeforeAll
    static void start() throws SQLException {
        storage = PostgresStorage.fresh();
        rows = new PostgresRows(storage);
    }

    @AfterAll
    static void stop() throws SQLException {
        rows.close();
        storage.close();
    }

    @Override
    protected ShadowsUnderTest emptyShop() {
        storage.prepare(Shop.LAYOUT);
        AdaptersUnderTest adapters = storage.adapters();
        return new ShadowsUnderTest(adapters, storage.port(ShadowTables.class), rows::of);
    }

    @Test
    void keepsGrantsKeysIndexesCommentsAndViews() {
        // Given
        storage.execute("grant insert on %s to startide_reader".formatted(FACT));
        storage.execute("create schema if not exists bi; create or replace view bi.lines as select * from " + FACT);
        List<String> before = storage.query(SHAPE);
        rebuild().begin(EVERYTHING);

        // When
        rebuild().finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(storage.query(SHAPE)).isEqualTo(before);
        rebuild().confirm();
        assertThat(storage.query("select count(*) from bi.lines"))
                .isEqualTo(storage.query("select count(*) from " + FACT));
        assertThat(storage.port(WarehouseCatalog.class).existing().views())
                .containsExactlyInAnyOrderElementsOf(Shop.LAYOUT.marts());
    }

    @Test
    void keepsGrantsKeysIndexesCommentsAndViewsOfSomeTables() {
        // Given
        List<String> before = storage.query(SHAPE);
        rebuild().begin(new Wish.Tables(List.of("star.product")));

        // When
        rebuild().finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(storage.query(SHAPE)).isEqualTo(before);
    }

    @Test
    void putsSomeTablesBackWithTheirKeysAndViews() {
        // Given
        List<String> before = storage.query(SHAPE);
        rebuild().begin(new Wish.Tables(List.of("star.product")));
        rebuild().finish(OnDifference.KEEP_LIVE);

        // When
        rebuild().revert();

        // Then
        assertThat(storage.query(SHAPE.replace(
                        "pg_get_constraintdef(key.oid)", "replace(pg_get_constraintdef(key.oid), ' NOT VALID', '')")))
                .isEqualTo(before);
    }

    @Test
    void findsRowsThatSomebodyChanged() {
        // Given
        storage.execute("update norm.customer set name = 'Mallory'");
        storage.execute("delete from %s where order_id = 'o1'".formatted(FACT));
        rebuild().begin(EVERYTHING);

        // When
        RebuildOutcome outcome = rebuild().finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.verdict()).isInstanceOf(Verdict.Keep.class);
        assertThat(outcome.comparison().differing())
                .anySatisfy(table -> {
                    assertThat(table.table()).hasToString("norm.customer");
                    assertThat(table.changed()).isEqualTo(1);
                    assertThat(table.keys()).containsExactly("c1");
                })
                .anySatisfy(table -> {
                    assertThat(table.table()).hasToString(FACT);
                    assertThat(table.onlyRebuilt()).isEqualTo(1);
                    assertThat(table.keys()).containsExactly("o1/1");
                });
    }

    @Test
    void alignsKeysThatWentToOtherRows() {
        // Given
        rebuild().begin(EVERYTHING);
        while (rebuild().loadNext() instanceof dev.startide.domain.rebuild.RebuildStep.Loaded) {
            Thread.onSpinWait();
        }
        storage.execute("""
                begin;
                set constraints all deferred;
                update star.customer set customer_key = -5000 - customer_key where customer_key > 0;
                update star.customer set customer_key = 100 - (customer_key + 5000) where customer_key < -5000;
                update %1$s set customer_key = 100 + customer_key where customer_key > 0;
                commit
                """.formatted(FACT));

        // When
        RebuildOutcome outcome = rebuild().finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.comparison().differing()).isEmpty();
    }

    @Test
    void waitsForAReaderAndKeepsNoOtherWaiting() throws Exception {
        // Given
        rebuild().begin(EVERYTHING);
        AtomicLong longest = new AtomicLong();
        AtomicLong reads = new AtomicLong();
        try (Connection reader = storage.connect();
                Statement report = reader.createStatement()) {
            reader.setAutoCommit(false);
            report.executeQuery("select * from mart.sales").close();
            CompletableFuture<RebuildOutcome> swap =
                    CompletableFuture.supplyAsync(() -> rebuild().finish(OnDifference.KEEP_LIVE), EACH_ITS_OWN_THREAD);
            CompletableFuture<Void> others =
                    CompletableFuture.runAsync(() -> read(swap, longest, reads), EACH_ITS_OWN_THREAD);
            Await.until("others have read while the swap waits", () -> isWaiting() && reads.get() > 100);

            // When
            reader.rollback();

            // Then
            assertThat(swap.join().verdict()).isEqualTo(new Verdict.Swap());
            others.join();
        }
        assertThat(longest.get()).isLessThan(LONGEST_WAIT_MILLIS);
    }

    @Test
    void laterEventsReachWhatWasRebuiltForSomeTables() {
        // Given
        rebuild().begin(new Wish.Tables(List.of("star.customer")));
        rebuild().finish(OnDifference.KEEP_LIVE);

        // When
        run().log("a", aMove("c1", "Graz").at("2026-03-10T00:00:00Z").build());
        run().log(
                        "b",
                        anOrder("o7", "c1")
                                .with("lines", List.of(aLine(1, "p1", 2)))
                                .build());
        run().drain();

        // Then
        assertThat(storage.query("select count(*) from mart.sales"))
                .isEqualTo(storage.query("select count(*) from " + FACT));
        assertThat(storage.query("select count(*) from pg_constraint where contype = 'f' and not convalidated"))
                .containsExactly("0");
    }

    private static boolean isWaiting() {
        return !storage.query("select 1 from pg_locks where not granted").isEmpty();
    }

    private static void read(CompletableFuture<?> whileIt, AtomicLong longest, AtomicLong reads) {
        try (Connection connection = storage.connect();
                Statement statement = connection.createStatement()) {
            while (!whileIt.isDone()) {
                long began = System.nanoTime();
                statement.executeQuery("select count(*) from mart.sales").close();
                longest.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
                reads.incrementAndGet();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
