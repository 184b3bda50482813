package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.Handling;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Normalizer;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.Retried;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.Directory;
import dev.startide.domain.star.KeySequence;
import dev.startide.domain.star.LoadDecision;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.Questions;
import dev.startide.domain.star.Workspace;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.DimensionName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Loads batches under one lease: asks what has to be known, decides, writes. After any failure but
/// refused data it is thrown away, and with it everything that it remembered.
final class Loader {

    private final WarehouseLayout layout;
    private final Normalizer normalizer;
    private final Warehouse warehouse;
    private final KeyResolution resolution;
    private final Directory directory;
    private final Map<LaneId, Long> positions;
    private final long epoch;
    private final KeyGiving keys;
    private final List<QuarantinedEvent> setAside = new ArrayList<>();

    /// @param positions up to where each lane is loaded
    /// @param epoch of the lease
    Loader(
            WarehouseLayout layout,
            Warehouse warehouse,
            Directory directory,
            Map<LaneId, Long> positions,
            long epoch,
            KeyGiving keys) {
        this.layout = layout;
        this.normalizer = new Normalizer(layout.model());
        this.warehouse = warehouse;
        this.resolution = new KeyResolution(layout, warehouse);
        this.directory = directory;
        this.positions = new HashMap<>(positions);
        this.epoch = epoch;
        this.keys = keys;
    }

    /// A loader that remembers nothing yet.
    ///
    /// @param positions up to where each lane is loaded
    /// @param epoch of the lease
    static Loader fresh(
            WarehouseLayout layout,
            Warehouse warehouse,
            Map<LaneId, Long> positions,
            long epoch,
            KeyGiving keys,
            int remembered) {
        Map<DimensionName, KeySequence> sequences = new HashMap<>();
        for (MemberLayout member : layout.members()) {
            sequences.put(member.dimension().name(), keys.sequence(member, warehouse.highestKey(member)));
        }
        Map<DimensionName, Set<LocalDate>> days = new HashMap<>();
        layout.calendars().forEach(calendar -> days.put(calendar.dimension().name(), warehouse.days(calendar)));
        Directory directory = new Directory(layout, remembered, sequences, days);
        return new Loader(layout, warehouse, directory, positions, epoch, keys);
    }

    /// Loads a batch. If the database refuses its data, or they make too many rows, the events at
    /// fault are found by halving, and quarantined; the others are loaded.
    LoadStep.Loaded load(List<Reading> readings) {
        setAside.clear();
        return load(readings, Accounting::new);
    }

    /// What was set aside of the batch that was loaded last.
    List<QuarantinedEvent> setAside() {
        return List.copyOf(setAside);
    }

    /// Loads events again that the cursors have moved past.
    ///
    /// @param before what became of those that were not loaded
    LoadStep.Loaded replay(List<Reading> readings, Map<LanePosition, EventStanding> before) {
        return load(readings, part -> new ReplayAccounting(part, before));
    }

    /// Loads events again that somebody has asked to try again, and answers.
    ///
    /// @param before what became of those that were not loaded
    LoadStep.Loaded retry(List<Reading> readings, Map<LanePosition, EventStanding> before) {
        return load(readings, part -> new RetryAccounting(part, before));
    }

    /// Answers for events that the log does not have any more.
    void cannotRetry(List<LanePosition> events) {
        List<Retried> answers = events.stream()
                .map(at -> new Retried(at, new EventStanding.Quarantined()))
                .toList();
        warehouse.write(LoadWrites.onlyAnswering(answers), epoch);
    }

    private LoadStep.Loaded load(List<Reading> readings, Function<List<Reading>, Accounting> count) {
        try {
            return write(readings, count);
        } catch (StartideException refused) {
            if (refused.handling() != Handling.QUARANTINE) {
                throw refused;
            }
            if (readings.size() == 1) {
                FailPoint.EVENT_REFUSED.reached();
                return write(List.of(quarantine(readings.getFirst(), refused)), count);
            }
            FailPoint.BATCH_REFUSED.reached();
            int half = readings.size() / 2;
            return load(readings.subList(0, half), count).plus(load(readings.subList(half, readings.size()), count));
        }
    }

    private LoadStep.Loaded write(List<Reading> readings, Function<List<Reading>, Accounting> count) {
        List<TypedEvent> events = readings.stream()
                .filter(Reading.Typed.class::isInstance)
                .map(reading -> ((Reading.Typed) reading).event())
                .toList();
        BatchChanges said = normalizer.normalize(events);
        if (!said.rejected().isEmpty()) {
            return write(without(said.rejected(), readings), count);
        }
        Workspace workspace = directory.open();
        BatchChanges changes = resolution.identified(said, workspace);
        ask(changes, workspace);
        LoadDecision.Decided decided = LoadDecision.decide(layout, changes, workspace);

        Accounting accounting = count.apply(readings);
        List<CursorMove> moves = accounting.moves(positions);
        LoadWrites writes = new LoadWrites(decided.tables(), decided.rekeys(), accounting.quarantined(), moves)
                .counting(accounting.ignored(), accounting.recounts())
                .answering(accounting.retried());
        FailPoint.BATCH_DECIDED.reached();
        warehouse.write(writes, epoch);
        FailPoint.BATCH_LOADED.reached();

        directory.keep(workspace);
        setAside.addAll(accounting.quarantined());
        moves.forEach(move -> positions.put(move.lane(), move.upTo()));
        return accounting.step(writes.rows());
    }

    private void ask(BatchChanges changes, Workspace workspace) {
        keys.beginBatch();
        Questions questions = new Questions(layout, changes);
        for (EntityLayout entity : layout.entities()) {
            Set<Key> wanted = new HashSet<>(changes.of(entity.entity().name()).keySet());
            wanted.addAll(workspace.mergedAway(entity.entity().name()));
            Set<Key> missing = workspace.recallEntities(entity.entity().name(), wanted);
            if (!missing.isEmpty()) {
                workspace.learnEntities(entity, missing, warehouse.entities(entity, missing));
            }
        }
        for (FactLayout fact : layout.facts()) {
            Set<Key> grains = changes.of(fact.fact().name()).keySet();
            if (!grains.isEmpty()) {
                new FactLookup(layout, warehouse).ask(fact, grains, workspace);
            }
        }
        for (MemberLayout member : layout.members()) {
            Set<Key> spokenOf = resolution.identities(member, questions.members(member, workspace), workspace);
            spokenOf.addAll(workspace.merging(member.dimension().of()));
            keys.prepare(member, spokenOf);
            Set<Key> missing = workspace.recallMembers(member.dimension().name(), spokenOf);
            if (!missing.isEmpty()) {
                workspace.learnMembers(member, warehouse.members(member, missing));
            }
        }
        for (ChangeLayout stored : layout.changes()) {
            Map<Key, Instant> late = questions.late(stored, workspace);
            if (!late.isEmpty()) {
                workspace.learnChanges(entityOf(stored), stored, late, warehouse.changes(stored, late));
            }
        }
        layout.aliases().forEach(aliases -> workspace.merge(aliases.entity().name()));
        new ReferenceAnswers(layout, warehouse, keys).ask(changes, workspace);
    }

    private static List<Reading> without(Map<LanePosition, Rejection> rejected, List<Reading> readings) {
        return readings.stream()
                .map(reading -> {
                    Rejection rejection = rejected.get(reading.at());
                    return rejection == null ? reading : refused(reading, rejection);
                })
                .toList();
    }

    private static Reading refused(Reading reading, Rejection rejection) {
        return new Reading.Refused(
                reading.at(),
                reading.source(),
                rejection,
                reading instanceof Reading.Typed typed
                        ? Optional.of(typed.event().type().name())
                        : Optional.empty());
    }

    private EntityLayout entityOf(ChangeLayout stored) {
        return layout.entities().stream()
                .filter(entity -> entity.entity().equals(stored.entity()))
                .findFirst()
                .orElseThrow();
    }

    private static Reading quarantine(Reading reading, StartideException refused) {
        return switch (reading) {
            case Reading.Typed typed ->
                refused(
                        typed,
                        new Rejection(Rejection.Stage.WRITE, reasonOf(refused), String.valueOf(refused.getMessage())));
            case Reading.Refused _, Reading.Ignored _ ->
                throw StartideException.because(
                        FailureCode.INVARIANT_BROKEN, "The database refused a batch without rows", refused);
        };
    }

    private static Rejection.Reason reasonOf(StartideException refused) {
        return refused.code() == FailureCode.ROWS_EXCEEDED
                ? Rejection.Reason.LIMIT_EXCEEDED
                : Rejection.Reason.REFUSED_BY_DATABASE;
    }
}
