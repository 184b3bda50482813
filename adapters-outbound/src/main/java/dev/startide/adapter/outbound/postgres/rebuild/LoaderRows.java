package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.rebuild.AccountDifference;
import dev.startide.domain.rebuild.AccountDifference.Account;
import java.sql.SQLException;
import java.util.List;
import org.jooq.impl.DSL;

/// The loader's own rows: live, of the rebuild, and of before the swap.
record LoaderRows(Sql sql) {

    private static final String LIVE = "startide";
    static final String BESIDE = "startide__rebuild";
    static final String FORMER = "startide__old";

    private static final String LEASE = "loader_lease";

    /// Tables whose rows say what became of events.
    private static final List<String> ACCOUNTS = List.of("load_cursor", "ignored_by_rule", "ignored_run", "quarantine");

    private static final String DIFFERENCES = """
            select live.lane, live.loaded, live.quarantined, live.ignored,
                coalesce(built.loaded, 0), coalesce(built.quarantined, 0), coalesce(built.ignored, 0)
            from startide.load_cursor as live
            left join startide__rebuild.load_cursor as built on built.lane = live.lane
            where (live.loaded, live.quarantined, live.ignored)
                is distinct from (coalesce(built.loaded, 0), coalesce(built.quarantined, 0), coalesce(built.ignored, 0))
            order by live.lane
            """;

    private static final String APART = """
            select count(*)
            from startide.load_cursor as live
            full join startide__rebuild.load_cursor as built on built.lane = live.lane
            where coalesce(live.position, 0) <> coalesce(built.position, 0)
            """;

    private static final String LATEST_MODEL =
            "select fingerprint, description, meaning from startide.applied_model order by version desc limit 1";

    void makeBeside() throws SQLException {
        sql.run("create schema {0}", DSL.name(BESIDE));
        for (String table : ACCOUNTS) {
            like(BESIDE, table);
        }
        like(BESIDE, LEASE);
        sql.run("insert into {0} (holder, epoch, expires_at) values ('', 0, now())", DSL.name(BESIDE, LEASE));
    }

    void meetLanes() throws SQLException {
        sql.execute(SqlFile.beside(LoaderRows.class, "meet_lanes.sql"));
    }

    List<AccountDifference> differences() throws SQLException {
        return sql.query(
                row -> new AccountDifference(
                        new LaneId(row.getInt(1)),
                        new Account(row.getLong(2), row.getLong(3), row.getLong(4)),
                        new Account(row.getLong(5), row.getLong(6), row.getLong(7))),
                DIFFERENCES);
    }

    /// Keeps everybody else from taking the lease until the transaction ends.
    void requireLease(long epoch) throws SQLException {
        List<Long> held = sql.query(row -> row.getLong(1), "select epoch from startide.loader_lease for update");
        if (!held.equals(List.of(epoch))) {
            throw StartideException.because(
                    FailureCode.FENCED, "Another process has taken the right to load; nothing was changed");
        }
    }

    void requireSameCursors() throws SQLException {
        if (sql.number(APART) > 0) {
            throw StartideException.because(
                    FailureCode.FENCED, "Live tables and rebuilt ones are loaded up to different events");
        }
    }

    /// Remembers what holds now.
    void keep() throws SQLException {
        for (String table : ACCOUNTS) {
            like(FORMER, table);
            sql.run("insert into {0} select * from {1}", DSL.name(FORMER, table), DSL.name(LIVE, table));
        }
        sql.execute("create table startide__old.applied_model as " + LATEST_MODEL);
    }

    /// Makes the model of former tables the one that was applied last.
    ///
    /// @return whether it makes other rows than the one that was
    boolean goBackToFormerModel() throws SQLException {
        long others = sql.number("select count(*) from startide__old.applied_model as former"
                + " where former.meaning is distinct from (select latest.meaning from (%s) as latest)"
                        .formatted(LATEST_MODEL));
        sql.execute("insert into startide.applied_model (fingerprint, description, meaning)"
                + " select former.* from startide__old.applied_model as former"
                + " where former.fingerprint is distinct from (select latest.fingerprint from (%s) as latest)"
                        .formatted(LATEST_MODEL));
        return others > 0;
    }

    /// What was found out when everything was loaded anew takes the place of what was known. An
    /// event that stays in the quarantine has had another attempt.
    void takeOverFrom(String schema) throws SQLException {
        for (String table : ACCOUNTS) {
            sql.run("delete from {0}", DSL.name(LIVE, table));
            sql.run("insert into {0} select * from {1}", DSL.name(LIVE, table), DSL.name(schema, table));
        }
        sql.execute("insert into startide.load_cursor (lane) select id from startide.lane on conflict do nothing");
    }

    void countAttempts() throws SQLException {
        sql.execute("""
                update startide__rebuild.quarantine as built
                set attempts = live.attempts + built.attempts
                from startide.quarantine as live
                where live.lane = built.lane and live.position = built.position
                """);
    }

    private void like(String schema, String table) throws SQLException {
        sql.run("create table {0} (like {1} including all)", DSL.name(schema, table), DSL.name(LIVE, table));
    }
}
