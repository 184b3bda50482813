package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.byName;
import static dev.startide.warehouse.language.Shape.either;
import static dev.startide.warehouse.language.Shape.oneOrMore;
import static dev.startide.warehouse.language.Shape.text;
import static dev.startide.warehouse.language.Shape.words;

import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Outrigger;
import java.util.List;
import java.util.stream.Stream;

/// How dimensions are written.
public final class DimensionParts {

    /// How far the rows of a dimension of times of day may be apart.
    public static final Shape.Words STEPS = words(Dimension.Step.values());

    public static final Part CALENDAR = new Part(
            "calendar",
            "A dimension of days.",
            List.of(
                    Key.required("from", new Shape.Day(), "Its first day."),
                    Key.optional(
                            "years_ahead",
                            new Shape.Whole(0, Dimension.Calendar.MAX_YEARS_AHEAD),
                            "How many years from now its last day is; a later day that a fact names is added.",
                            "`2`"),
                    Key.optional(
                            "fiscal_year_starts",
                            new Shape.Whole(1, 12),
                            "The month in which fiscal years start; they are named after the year in which they end.",
                            "no fiscal columns"),
                    Key.optional(
                            "holidays",
                            text(),
                            "A file beside the model with a line for each holiday, such as `2026-12-25,Christmas Day`.",
                            "no columns of holidays")));

    public static final Part TIME_OF_DAY = new Part(
            "time of day",
            "A dimension of times of day.",
            List.of(Key.required("every", STEPS, "How far its rows are apart.")));

    public static final Part REFERENCE = new Part(
            "reference of a dimension",
            "Another dimension that members refer to. Short: `reference: column`.",
            List.of(
                    Key.optional(
                            "dimension",
                            text(),
                            "The dimension that is referred to, one with members.",
                            "the one that the reference is called as"),
                    Key.required("key", oneOrMore(), "The columns of the entity that hold its natural key."),
                    Key.optional(
                            "as",
                            words(Outrigger.As.values()),
                            "`current`: the member, whatever its version. `version`: the version that holds, too.",
                            "`current`")));

    public static final Part DIMENSION = new Part(
            "dimension",
            "A table in the schema `star` by which facts are looked at, with its history.",
            List.of(
                    Key.optional("description", text(), "Becomes the comment of the table."),
                    Key.depending(
                            "of",
                            text(),
                            "The entity whose history it shows; its key is the natural key.",
                            "must be given, unless it is a calendar or the like"),
                    Key.optional(
                            "attributes",
                            byName(policies()),
                            "Attributes and what a change of each does: `0` keep the first value, `1` overwrite"
                                    + " everywhere, `2` begin a version, `3` overwrite and keep the previous value beside,"
                                    + " `6` begin a version and show the latest value beside.",
                            "only its key"),
                    Key.optional(
                            "deletes", words(Deletes.values()), "What becomes of a member that is gone.", "`close`"),
                    Key.optional("hierarchy", oneOrMore(), "Its attributes from coarse to fine."),
                    Key.optional("hierarchies", byName(oneOrMore()), "Several hierarchies, each with a name."),
                    Key.optional(
                            "references",
                            byName(either(oneOrMore(), new Shape.Group(REFERENCE))),
                            "Other dimensions that its members refer to."),
                    Key.optional(
                            "mini",
                            byName(oneOrMore()),
                            "Mini-dimensions, each with the attributes that change too often for versions of this one:"
                                    + " one row for each combination, whose key facts have beside that of the member's"
                                    + " version."),
                    Key.optional("calendar", new Shape.Group(CALENDAR), "Makes it a dimension of days."),
                    Key.optional("time_of_day", new Shape.Group(TIME_OF_DAY), "Makes it a dimension of times of day."),
                    Key.optional(
                            "junk",
                            oneOrMore(),
                            "Fields of events with few values each: one row for each combination that a fact has.")));

    private DimensionParts() {}

    private static Shape policies() {
        return new Shape.Numbers(
                Stream.of(ChangePolicy.values()).map(ChangePolicy::type).toList());
    }
}
