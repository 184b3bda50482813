package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.anything;
import static dev.startide.warehouse.language.Shape.byText;
import static dev.startide.warehouse.language.Shape.either;
import static dev.startide.warehouse.language.Shape.listOf;
import static dev.startide.warehouse.language.Shape.text;

import java.util.List;

/// How tests are written.
public final class TestParts {

    /// Most events that one test gives, and most rows that it expects of one table. What a test shows
    /// can be shown by few.
    public static final int MOST = 1_000;

    /// Why events are quarantined.
    public static final List<String> REASONS = List.of(
            "PAYLOAD_UNREADABLE",
            "LIMIT_EXCEEDED",
            "FIELD_MISSING",
            "FIELD_UNKNOWN",
            "TYPE_MISMATCH",
            "VALUE_OUT_OF_RANGE",
            "VALUE_NOT_ALLOWED",
            "EXPRESSION_FAILED",
            "CONTRADICTION",
            "BRIDGE_WEIGHTS",
            "REFUSED_BY_DATABASE");

    /// Rows of a table: what stands under each column that is compared.
    private static final Shape ROWS = listOf(byText(anything()));

    public static final Part TABLE = new Part(
            "expected table",
            "What a table shows. Short: the list of all its rows.",
            List.of(
                    Key.depending(
                            "rows",
                            ROWS,
                            "Its rows, in any order. Only columns that are named are compared.",
                            "`history` must be given"),
                    Key.optional("others", new Shape.Flag(), "`true`: there may be further rows.", "`false`"),
                    Key.depending(
                            "history",
                            byText(ROWS),
                            "All versions of members of a dimension, the first one first, by natural key (its parts with commas between them).",
                            "`rows` must be given")));

    public static final Part QUARANTINED = new Part(
            "quarantined event",
            "An event that cannot be loaded.",
            List.of(
                    Key.required("event", new Shape.Whole(1, MOST), "Which of the events given, from 1."),
                    Key.optional("reason", new Shape.Words(REASONS), "Why it is quarantined.", "any reason")));

    public static final Part IGNORED = new Part(
            "ignored event",
            "An event that a rule sets aside.",
            List.of(
                    Key.required("event", new Shape.Whole(1, MOST), "Which of the events given, from 1."),
                    Key.optional("rule", text(), "The name of the rule.", "any rule")));

    public static final Part TEST = new Part(
            "test",
            "Events, and what the warehouse shows once they are loaded, in whatever order they come. `startide test` loads them as they are given, reversed, shuffled, and doubled.",
            List.of(
                    Key.required(
                            "given",
                            listOf(byText(anything())),
                            "The events. Each is `event_type: { field: value }`, whose condition is taken to hold, or `source: name` beside `payload: …`, which is taken as if it came from there."),
                    Key.depending(
                            "expect",
                            byText(either(ROWS, new Shape.Group(TABLE))),
                            "What tables show, by the name of a fact, a dimension, an entity or a mart; `entity.customer` says which is meant where two have one name. Columns of dimensions are written through their roles, as `customer.city`.",
                            "`quarantined` or `ignored` must be given"),
                    Key.optional(
                            "quarantined",
                            listOf(new Shape.Group(QUARANTINED)),
                            "The events that cannot be loaded.",
                            "none is quarantined"),
                    Key.optional(
                            "ignored",
                            listOf(new Shape.Group(IGNORED)),
                            "The events that a rule sets aside.",
                            "none is ignored"),
                    Key.optional(
                            "through",
                            new Shape.Day(),
                            "Fills the periods of periodic facts that are over at the end of this day.",
                            "no period is filled")));

    private TestParts() {}
}
