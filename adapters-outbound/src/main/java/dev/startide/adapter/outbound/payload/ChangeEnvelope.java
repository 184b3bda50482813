package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Reading.Ignored;
import dev.startide.domain.normalize.Scalar;
import dev.startide.domain.quality.Rejection.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a change envelope of Debezium says, or why it says nothing of a row.
sealed interface ChangeEnvelope {

    /// A row was made, changed, read, or deleted.
    ///
    /// @param row how it is now; how it was, as far as that is known, if it is gone
    /// @param envelope all of the envelope, for expressions
    /// @param place when and where in the database's log it was changed
    /// @param columns what is known of the types of its columns
    record Change(
            ChangeKind kind,
            Map<String, @Nullable Object> row,
            Map<String, @Nullable Object> envelope,
            ChangePlace place,
            ColumnTypes columns)
            implements ChangeEnvelope {}

    /// Nothing of a row.
    ///
    /// @param rule why it is ignored
    record Aside(String rule) implements ChangeEnvelope {}

    String OPERATION = "op";
    String BEFORE = "before";
    String AFTER = "after";

    /// Reads an envelope, with the schema part around it or without.
    ///
    /// @param columns what the payload's own schema says of the columns
    /// @throws Refusal if it is none
    static ChangeEnvelope of(@Nullable Object tree, ColumnTypes columns) {
        if (tree == null) {
            return new Aside(Ignored.TOMBSTONE);
        }
        Map<String, @Nullable Object> document = Trees.object(tree, "the payload");
        boolean isWrapped = document.containsKey("payload") && !document.containsKey(OPERATION);
        if (!isWrapped) {
            return ofEnvelope(document, columns);
        }
        Object envelope = document.get("payload");
        return envelope == null
                ? new Aside(Ignored.TOMBSTONE)
                : ofEnvelope(Trees.object(envelope, "payload"), ColumnTypes.ofSchemaPart(document.get("schema")));
    }

    private static ChangeEnvelope ofEnvelope(Map<String, @Nullable Object> envelope, ColumnTypes columns) {
        if (!(envelope.get(OPERATION) instanceof Scalar.Text(String operation))) {
            return new Aside(ruleFor(envelope));
        }
        return switch (operation) {
            case "c", "u", "r" -> change(ChangeKind.STATED, AFTER, envelope, columns);
            case "d" -> change(ChangeKind.GONE, BEFORE, envelope, columns);
            case "t" -> new Aside(Ignored.TRUNCATE);
            case "m" -> new Aside(Ignored.MESSAGE);
            default ->
                throw Refusal.because(
                        Reason.VALUE_NOT_ALLOWED, "op: expected one of c, u, r, d, t and m, found another text");
        };
    }

    private static Change change(
            ChangeKind kind, String image, Map<String, @Nullable Object> envelope, ColumnTypes columns) {
        Map<String, @Nullable Object> whole = new HashMap<>(envelope);
        for (String each : Set.of(BEFORE, AFTER)) {
            if (envelope.get(each) instanceof Map<?, ?>) {
                whole.put(each, columns.read(Trees.object(envelope.get(each), each)));
            }
        }
        if (whole.get(image) == null) {
            throw Refusal.because(Reason.FIELD_MISSING, missing(image));
        }
        return new Change(kind, Trees.object(whole.get(image), image), whole, ChangePlace.of(envelope), columns);
    }

    private static String missing(String image) {
        return image.equals(BEFORE)
                ? "before is required in the envelope of a delete, and names the row that is gone;"
                        + " the table needs a replica identity"
                : "after is required in the envelope of a row that is there";
    }

    /// What is sent among changes, and is none.
    private static String ruleFor(Map<String, @Nullable Object> document) {
        Set<String> names = document.keySet();
        if (!names.isEmpty() && Set.of("ts_ms", "ts_us", "ts_ns").containsAll(names)) {
            return Ignored.HEARTBEAT;
        }
        if (names.contains("status") && names.contains("id") && names.contains("data_collections")) {
            return Ignored.TRANSACTION;
        }
        if (names.contains("ddl") || names.contains("tableChanges")) {
            return Ignored.SCHEMA_CHANGE;
        }
        throw Refusal.unreadable(
                "the payload is no change envelope, because it has no op; flattened rows are read with format json");
    }
}
