package dev.startide.domain.failpoint;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every step of the work after which a process may be killed. Whatever comes next has not happened
/// yet; what is not committed will not have happened.
///
/// The JVM looks once for the property `startide.fail-point`: `load.decided=kill@2` kills the process
/// when it comes to that point for the second time, as `kill -9` would; `=stop@2` stops it there until
/// it is continued from outside. Without the property a point is a comparison with a constant null,
/// which the JVM removes.
public enum FailPoint {
    /// A lane was taken over.
    LANE_OPENED("ingest.lane-opened"),

    /// A batch came in.
    BATCH_TAKEN("ingest.taken"),

    /// The lane is locked, its epoch and its source position are as expected.
    LANE_LOCKED("ingest.lane-locked"),

    /// Ids were recognised, and kept.
    IDS_RECOGNISED("ingest.ids-recognised"),

    /// The events were copied.
    EVENTS_COPIED("ingest.copied"),

    /// Lane and source position were moved; everything but the commit is done.
    LANE_MOVED("ingest.before-commit"),

    /// The batch was logged, but nobody knows yet.
    BATCH_LOGGED("ingest.committed"),

    /// The request is about to be answered.
    REQUEST_LOGGED("ingest.before-answer"),

    /// The broker was told.
    BROKER_TOLD("ingest.acknowledged"),

    /// The lease was taken or prolonged.
    LEASE_TAKEN("load.lease-taken"),

    /// What has to be known at the start was read.
    SESSION_BEGUN("load.session-begun"),

    /// A batch was read from the log.
    BATCH_READ("load.read"),

    /// What is to be written was decided.
    BATCH_DECIDED("load.decided"),

    /// The lease was found to be ours in the transaction.
    LEASE_CHECKED("load.lease-checked"),

    /// The cursors were moved.
    CURSORS_MOVED("load.cursors-moved"),

    /// Rows were added and changed.
    ROWS_WRITTEN("load.rows-written"),

    /// Facts were pointed at other versions.
    FACTS_REKEYED("load.facts-rekeyed"),

    /// Rows were removed.
    ROWS_DELETED("load.rows-deleted"),

    /// Quarantine and accounts were written; everything but the commit is done.
    BATCH_WRITTEN("load.before-commit"),

    /// The batch was loaded, but nobody knows yet.
    BATCH_LOADED("load.committed"),

    /// The database refused a batch for its data; it will be halved.
    BATCH_REFUSED("quarantine.halving"),

    /// One event was found at fault; it will be set aside.
    EVENT_REFUSED("quarantine.found"),

    /// What is missing of the schema is known.
    SCHEMA_PLANNED("schema.planned"),

    /// One change was made, and is not committed.
    SCHEMA_CHANGE_MADE("schema.change-made"),

    /// All changes were made and the model is recorded; everything but the commit is done.
    SCHEMA_CHANGED("schema.before-commit"),

    /// The changes were committed, but nobody knows yet.
    SCHEMA_APPLIED("schema.committed"),

    /// Tables were made beside the live ones.
    REBUILD_BEGUN("rebuild.begun"),

    /// A batch was loaded into the tables beside.
    REBUILD_LOADED("rebuild.loaded"),

    /// The load of the live tables was halted.
    REBUILD_TAKEN_OVER("rebuild.load-halted"),

    /// The rebuilt rows were given the keys of the live ones.
    REBUILD_ALIGNED("rebuild.keys-aligned"),

    /// The tables were compared.
    REBUILD_COMPARED("rebuild.compared"),

    /// The live tables are locked, to be swapped.
    REBUILD_LOCKED("rebuild.tables-locked"),

    /// The tables were swapped; everything but the commit is done.
    REBUILD_EXCHANGED("rebuild.before-commit"),

    /// The swap was committed, but nobody knows yet.
    REBUILD_SWAPPED("rebuild.committed"),

    /// The process was told to end.
    STOP_BEGUN("stop.begun"),

    /// The sources were closed.
    STOP_SOURCES_CLOSED("stop.sources-closed"),

    /// The load has ended its batch, and holds the lease still.
    STOP_LOAD_ENDED("stop.load-ended"),

    /// The lease was given up.
    STOP_LEASE_RELEASED("stop.lease-released");

    private static final @Nullable Trap TRAP = Trap.ifWanted();

    private final String label;

    FailPoint(String label) {
        this.label = label;
    }

    /// Its name outside of the code.
    public String label() {
        return label;
    }

    /// The point with a name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static FailPoint named(String label) {
        return Arrays.stream(values())
                .filter(point -> point.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no fail point '%s'. There are: %s"
                        .formatted(
                                label,
                                Arrays.stream(values()).map(FailPoint::label).collect(Collectors.joining(", ")))));
    }

    /// Says that the work has come as far as this.
    public void reached() {
        if (TRAP != null) {
            TRAP.passed(this);
        }
    }
}
