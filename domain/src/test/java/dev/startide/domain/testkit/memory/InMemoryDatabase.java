package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quarantine.QuarantineNotice;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.Recount;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the fakes of one database share: tables, cursors, quarantine, the epoch of the lease.
///
/// Every fake takes the database's monitor for each of its calls, so that they can be used by many
/// threads.
public final class InMemoryDatabase {

    private final Map<TableName, InMemoryTable> tables = new TreeMap<>();
    private final Map<TableName, View> views = new TreeMap<>();
    private final Map<LaneId, LaneAccount> accounts = new TreeMap<>();
    private final List<QuarantinedEvent> quarantined = new ArrayList<>();
    private final Map<LanePosition, Integer> attempts = new HashMap<>();
    private final AskedActions actions = new AskedActions();
    private final List<QuarantineNotice> notices = new ArrayList<>();
    private final Map<LanePosition, String> ignored = new HashMap<>();
    private final List<List<Object>> models = new ArrayList<>();
    private String warehouseName = "";
    private long loaderEpoch;
    private long noticesMade;

    /// What became of the events of a lane.
    record LaneAccount(long cursor, long loaded, long quarantined, long ignored) {

        static final LaneAccount EMPTY = new LaneAccount(0, 0, 0, 0);

        LaneAccount after(Recount recount) {
            return new LaneAccount(
                    cursor,
                    loaded + count(recount, EventStanding.Loaded.class),
                    quarantined + count(recount, EventStanding.Quarantined.class),
                    ignored + count(recount, EventStanding.Ignored.class));
        }

        private static int count(Recount recount, Class<? extends EventStanding> kind) {
            return (kind.isInstance(recount.is()) ? 1 : 0) - (kind.isInstance(recount.was()) ? 1 : 0);
        }

        LaneAccount after(CursorMove move) {
            long ignoredNow =
                    move.ignored().values().stream().mapToLong(Long::longValue).sum();
            return new LaneAccount(
                    move.upTo(), loaded + move.loaded(), quarantined + move.quarantined(), ignored + ignoredNow);
        }
    }

    /// What the models say that were applied, the latest one last.
    List<List<Object>> models() {
        return models;
    }

    /// Another database with the same tables and rows, for a case that starts from what many have
    /// in common.
    InMemoryDatabase copy() {
        InMemoryDatabase copy = new InMemoryDatabase();
        copy.models.addAll(models);
        tables.forEach((name, table) -> copy.tables.put(name, table.copy()));
        copy.views.putAll(views);
        copy.accounts.putAll(accounts);
        copy.quarantined.addAll(quarantined);
        copy.warehouseName = warehouseName;
        copy.loaderEpoch = loaderEpoch;
        return copy;
    }

    Map<TableName, InMemoryTable> tables() {
        return tables;
    }

    Map<TableName, View> views() {
        return views;
    }

    InMemoryTable table(TableName name) {
        InMemoryTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("The database has no table " + name);
        }
        return table;
    }

    LaneAccount account(LaneId lane) {
        return accounts.getOrDefault(lane, LaneAccount.EMPTY);
    }

    Map<LaneId, LaneAccount> accounts() {
        return accounts;
    }

    List<QuarantinedEvent> quarantined() {
        return quarantined;
    }

    /// How often events of the quarantine were tried.
    Map<LanePosition, Integer> attempts() {
        return attempts;
    }

    long nextNotice() {
        return ++noticesMade;
    }

    /// Notices that were not sent yet.
    List<QuarantineNotice> notices() {
        return notices;
    }

    /// What is to be done with events of the quarantine.
    AskedActions actions() {
        return actions;
    }

    /// Events that rules have set aside, with the rules.
    Map<LanePosition, String> ignored() {
        return ignored;
    }

    String warehouseName() {
        return warehouseName;
    }

    void nameWarehouse(String name) {
        warehouseName = name;
    }

    long loaderEpoch() {
        return loaderEpoch;
    }

    long nextLoaderEpoch() {
        return ++loaderEpoch;
    }
}
