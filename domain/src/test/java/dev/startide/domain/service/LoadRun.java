package dev.startide.domain.service;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.domain.quarantine.BurstRule;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.memory.InMemoryNoticeOutbox;
import dev.startide.domain.testkit.memory.InMemoryShadowTables;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.memory.InMemoryWarehouse;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// A warehouse in memory with its raw log and its loader.
final class LoadRun {

    private final InMemoryStorage storage;
    private final WarehouseRun run;
    private final WarehouseLayout layout;
    private String holder = "first";

    /// @param batch most events in a batch
    /// @param remembered how much the directory remembers
    LoadRun(WarehouseLayout layout, int batch, int remembered) {
        this.storage = new InMemoryStorage(layout);
        this.run = new WarehouseRun(storage.adapters(), layout, storage.quarantine());
        this.layout = layout;
        run.change(holder, batch, remembered);
    }

    /// Another loader over the same warehouse, which is not at work yet.
    LoadService loader(String holder, int batch, int remembered) {
        return run.another(holder, batch, remembered);
    }

    /// The process ends and another one takes over at once: everything in memory is gone.
    void restart(String next, int batch, int remembered) {
        holder = next;
        run.change(holder, batch, remembered);
    }

    /// Fills periods, as the loader that is at work.
    ///
    /// @param page how many things one step takes
    SnapshotService snapshots(int page) {
        return new SnapshotService(
                layout,
                storage.adapters().warehouse(),
                storage.adapters().lease(),
                new LoadSettings(holder, Duration.ofMinutes(1), 1, 1, 1, 1),
                page);
    }

    /// Fills all periods that are over at the beginning of a day.
    void fill(LocalDate day) {
        run.fill(day, WarehouseRun.MANY, WarehouseRun.MANY);
    }

    /// Another process that loads a part of the log again.
    ReplayService replay(int batch) {
        return run.replay(storage.accounts(), batch);
    }

    /// What operators may do with the quarantine.
    QuarantineService quarantine() {
        return storage.quarantine().service();
    }

    /// Another loader goes on, which pauses sources by this rule.
    void pauseAfter(BurstRule rule) {
        run.pauseAfter(rule);
        run.change(holder, 2, WarehouseRun.MANY);
    }

    /// Notices of what was set aside.
    InMemoryNoticeOutbox outbox() {
        return storage.outbox();
    }

    /// Logs an event that cannot be read before it is healed or corrected.
    LanePosition logSick(String lane, TypedEvent event) {
        return run.logSick(lane, event);
    }

    /// Everything can be read that was sick until now.
    void heal() {
        run.heal();
    }

    /// What an event says that is not logged.
    Amendment.Corrected correctionTo(TypedEvent event) {
        return new Amendment.Corrected("text/plain", run.payloadOf(event).getBytes(StandardCharsets.UTF_8));
    }

    /// Another process that rebuilds the warehouse.
    RebuildService rebuild(int batch, int remembered) {
        return run.rebuild(storage.shadows(), batch, remembered);
    }

    InMemoryShadowTables shadows() {
        return storage.shadows();
    }

    InMemoryWarehouse warehouse() {
        return storage.warehouse();
    }

    LoadService loader() {
        return run.loader();
    }

    /// Logs events of a source in one of its lanes.
    void log(String lane, TypedEvent... events) {
        log(lane, List.of(events));
    }

    void log(String lane, List<TypedEvent> events) {
        events.forEach(event -> run.log(lane, event));
    }

    /// Logs an event that cannot be read.
    void logUnreadable(Source source, String lane) {
        run.logUnreadable(source, lane);
    }

    /// The raw log lets go of the first events of a lane.
    void letGo(String lane, long events) {
        OpenLane found = storage.log().lanes().stream()
                .filter(candidate -> candidate.name().value().equals(lane))
                .findFirst()
                .orElseThrow();
        storage.log().release(found.id(), events);
    }

    /// Events that could not be read turn out to be this one.
    void readFromNowOn(TypedEvent event) {
        run.readFromNowOn(event);
    }

    /// Events of no kind that the model knew turn out to be this one.
    void knowFromNowOn(TypedEvent event) {
        run.knowFromNowOn(event);
    }

    /// What became of the events of a lane.
    String accountOf(String lane) {
        return storage.adapters().progress().lanes().stream()
                .filter(found -> found.name().value().equals(lane))
                .map(found -> "%d loaded, %d quarantined, %d ignored"
                        .formatted(found.loaded(), found.quarantined(), found.ignored()))
                .findFirst()
                .orElse("no lane " + lane);
    }

    /// Changes a value in every row of a table, past all rules.
    void damage(Table table, String column, Object value) {
        storage.warehouse().damage(table.name(), ColumnName.column(column), value);
    }

    /// Logs an event of no kind that the model knows.
    void logUnknown(Source source, String lane) {
        run.logUnknown(source, lane);
    }

    /// Loads until nothing waits; goes on after failures that may pass.
    ///
    /// @return the steps that were committed and known to be
    List<LoadStep.Loaded> drain() {
        return run.drain();
    }
}
