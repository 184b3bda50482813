package dev.startide.app.report;

import static dev.startide.app.report.PlanText.describe;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.domain.review.SchemaReview;
import dev.startide.warehouse.plan.ChangeClass;
import dev.startide.warehouse.plan.ChangeLock;
import dev.startide.warehouse.plan.PlanReview;
import dev.startide.warehouse.plan.PlannedChange;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.schema.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a plan means, for whoever is to agree to it.
public final class PlanReport {

    private static final String OTHER_ROWS =
            "The model makes other rows of events than the one that was applied last. Rows that are loaded already stay as"
                    + " they are: the warehouse needs a rebuild, 'startide rebuild --all --accept', to be what the"
                    + " model says of all events.";

    private PlanReport() {}

    /// One line for each change, who waits for it, and what is left over.
    public static List<String> lines(SchemaReview review) {
        List<String> lines = new ArrayList<>();
        for (PlannedChange change : review.plan().changes()) {
            lines.add("%s %s%s".formatted(change.kind().sign(), describe(change.change()), waits(change.lock())));
        }
        review.plan().leftOver().stream().map(PlanReport::stays).forEach(lines::add);
        return lines;
    }

    private static String waits(ChangeLock lock) {
        String how = switch (lock.length()) {
            case MOMENT -> "for a moment";
            case READING -> "while its rows are read";
            case REWRITING -> "while its rows are written anew";
        };
        return switch (lock.waiting()) {
            case NOBODY -> "";
            case WRITERS -> "  (the load waits %s)".formatted(how);
            case EVERYBODY -> "  (readers and the load wait %s)".formatted(how);
        };
    }

    private static String stays(PlanReview.LeftOver left) {
        return switch (left) {
            case PlanReview.LeftOver.OfTable(var table) -> "= %s stays; the model does not have it".formatted(table);
            case PlanReview.LeftOver.OfColumn(var table, var column) ->
                "= column %s.%s stays; the model does not fill it".formatted(table, column);
        };
    }

    /// How many changes of which class there are, what they leave to be filled, and what no schema
    /// shows.
    public static Stream<String> summary(SchemaReview review) {
        PlanReview plan = review.plan();
        Stream<String> counts = Stream.of("%d changes: %d compatible, %d destructive (-), %d that need a rebuild (!)."
                .formatted(
                        plan.changes().size(),
                        plan.of(ChangeClass.COMPATIBLE).size(),
                        plan.of(ChangeClass.DESTRUCTIVE).size(),
                        plan.of(ChangeClass.NEEDS_REBUILD).size()));
        return Stream.of(
                        plan.changes().isEmpty() ? Stream.<String>empty() : counts,
                        review.needsFilling() ? Stream.of(filling(review)) : Stream.<String>empty(),
                        review.makesOtherRows() ? Stream.of(OTHER_ROWS) : Stream.<String>empty())
                .flatMap(lines -> lines);
    }

    private static String filling(SchemaReview review) {
        return String.format(
                Locale.ROOT,
                "Rows that exist lack what is new in %s; 'startide rebuild' fills it from %,d logged events, in about %s.",
                String.join(", ", tables(review.plan())),
                review.loggedEvents(),
                inWords(review.estimate().toSeconds()));
    }

    private static List<String> tables(PlanReview plan) {
        return plan.toFill().stream().map(TableName::toString).toList();
    }

    private static String inWords(long seconds) {
        if (seconds < 120) {
            return seconds == 1 ? "a second" : seconds + " seconds";
        }
        return seconds < 7200 ? seconds / 60 + " minutes" : seconds / 3600 + " hours";
    }

    /// The statements that would be made, each change with a comment before.
    public static List<String> sql(SchemaReview review) {
        return review.plan().changes().stream()
                .flatMap(change -> {
                    List<String> statements = review.sql().getOrDefault(change.change(), List.of());
                    return Stream.concat(
                            Stream.of("-- %s: %s".formatted(change.kind().word(), describe(change.change()))),
                            statements.stream().map(statement -> statement + ";"));
                })
                .toList();
    }

    /// The same for machines.
    public static String asJson(SchemaReview review) {
        return Json.object(review, PlanReport::write);
    }

    /// The fields of a plan.
    static void write(JsonGenerator json, SchemaReview review) throws IOException {
        PlanReview plan = review.plan();
        json.writeFieldName("changes");
        Json.writeArray(json, plan.changes(), (out, change) -> write(out, change, review.sql()));
        json.writeBooleanField("other_rows", review.makesOtherRows());
        json.writeArrayFieldStart("left_over");
        for (PlanReview.LeftOver left : plan.leftOver()) {
            json.writeString(stays(left).substring(2));
        }
        json.writeEndArray();
        json.writeObjectFieldStart("filling");
        json.writeArrayFieldStart("tables");
        for (String table : tables(plan)) {
            json.writeString(table);
        }
        json.writeEndArray();
        json.writeNumberField("events", review.loggedEvents());
        json.writeNumberField(
                "seconds", review.needsFilling() ? review.estimate().toSeconds() : 0);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, PlannedChange change, Map<SchemaChange, List<String>> sql)
            throws IOException {
        json.writeStringField("change", change.change().getClass().getSimpleName());
        json.writeStringField("target", change.change().target().toString());
        json.writeStringField("class", change.kind().word());
        json.writeBooleanField("compatible", change.change().isCompatible());
        json.writeStringField("description", describe(change.change()));
        json.writeStringField("waiting", change.lock().waiting().name().toLowerCase(Locale.ROOT));
        json.writeStringField("until", change.lock().length().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("sql");
        for (String statement : sql.getOrDefault(change.change(), List.of())) {
            json.writeString(statement);
        }
        json.writeEndArray();
    }
}
