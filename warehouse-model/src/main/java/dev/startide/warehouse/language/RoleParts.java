package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.either;
import static dev.startide.warehouse.language.Shape.oneOrMore;
import static dev.startide.warehouse.language.Shape.text;
import static dev.startide.warehouse.language.Shape.words;

import dev.startide.warehouse.star.Measure.Aggregation;
import java.util.List;

/// How the roles and the measures of facts are written.
public final class RoleParts {

    /// The members that may stand for what is missing.
    public static final Shape.Words MISSING = words("unknown", "not_applicable");

    static final Shape AGGREGATIONS = words(Aggregation.values());

    public static final Part ROLE = new Part(
            "role",
            "The part that a dimension plays. Short: `role: field`, where the role is called as the dimension.",
            List.of(
                    Key.required("dimension", text(), "The dimension that plays this part."),
                    Key.depending(
                            "key",
                            oneOrMore(),
                            "The field, or the fields, that hold the key of the member.",
                            "must be given, but for combinations"),
                    Key.optional("missing", MISSING, "Which special member stands where nothing is said.", "`unknown`"),
                    Key.optional(
                            "pattern",
                            text(),
                            "A regular expression that a key of one text field has to fit as a whole.",
                            "any text is a key"),
                    Key.optional(
                            "time_zone",
                            text(),
                            "Which day, or which time of day, an instant is.",
                            "that of the warehouse"),
                    Key.optional("each", text(), "The list whose elements hold the keys of many members: a bridge."),
                    Key.optional(
                            "weight",
                            text(),
                            "The field of an element that says how much of the row its member stands for.",
                            "all share equally")));

    public static final Part ADDITIVE = new Part(
            "additivity",
            "Sums are allowed, but not over everything.",
            List.of(Key.required("not_over", oneOrMore(), "The roles that it must not be summed over.")));

    public static final Part MEASURE = new Part(
            "measure",
            "A number of a fact. Short: `field: sum`.",
            List.of(
                    Key.optional(
                            "sql",
                            text(),
                            "An expression over fields of the row, computed by the database.",
                            "the field of the same name"),
                    Key.depending("type", new Shape.Type(), "What the expression gives.", "must be given beside `sql`"),
                    Key.required("agg", AGGREGATIONS, "How it may be summed up."),
                    Key.optional("unit", text(), "What it is counted in, such as `EUR`."),
                    Key.optional("description", text(), "Becomes the comment of the column."),
                    Key.optional(
                            "additive",
                            either(new Shape.Flag(), new Shape.Group(ADDITIVE)),
                            "Over what it may be summed up.",
                            "`true` for sums, `false` for others")));

    private RoleParts() {}
}
