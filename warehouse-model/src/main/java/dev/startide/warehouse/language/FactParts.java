package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.byName;
import static dev.startide.warehouse.language.Shape.either;
import static dev.startide.warehouse.language.Shape.oneOrMore;
import static dev.startide.warehouse.language.Shape.text;
import static dev.startide.warehouse.language.Shape.words;

import dev.startide.warehouse.star.FactKind;
import java.util.List;

/// How facts are written.
public final class FactParts {

    public static final String TRANSACTION = "transaction";
    public static final String ACCUMULATING = "accumulating";
    public static final String PERIODIC = "periodic";

    /// What a row of a fact may stand for.
    public static final Shape.Words KINDS = words(TRANSACTION, ACCUMULATING, PERIODIC);

    public static final Part FACT = new Part(
            "fact",
            "What happened: a table in the schema `star`.",
            List.of(
                    Key.optional("description", text(), "Becomes the comment of the table."),
                    Key.optional("kind", KINDS, "What a row stands for.", "`transaction`"),
                    Key.required("of", text(), "The entity whose events make its rows."),
                    Key.optional("from", oneOrMore(), "Only these of its events.", "all of them"),
                    Key.depending(
                            "grain",
                            oneOrMore(),
                            "The fields that identify a row; the same grain again changes the row.",
                            "must be given, unless it is periodic"),
                    Key.depending(
                            "time",
                            text(),
                            "The field with the instant as of which members are looked up.",
                            "must be given in a transaction fact; an accumulating one takes its first milestone"),
                    Key.optional(
                            "dimensions",
                            byName(either(oneOrMore(), new Shape.Group(RoleParts.ROLE))),
                            "Roles: the parts that dimensions play."),
                    Key.optional("degenerate", oneOrMore(), "Fields that are kept in the fact itself."),
                    Key.optional(
                            "measures",
                            byName(either(RoleParts.AGGREGATIONS, new Shape.Group(RoleParts.MEASURE))),
                            "Its numbers, and how each may be summed up."),
                    Key.optional(
                            "changes",
                            words(FactKind.Changes.values()),
                            "What becomes of a row when more is said of it.",
                            "`update`"),
                    Key.optional(
                            "foreign_keys",
                            ModelParts.FOREIGN_KEYS,
                            "What the database does about the foreign keys of the fact and of its bridges.",
                            "what the model says"),
                    Key.depending(
                            "milestones",
                            oneOrMore(),
                            "The fields with the instants of its stages, in their order.",
                            "must be given in an accumulating fact"),
                    Key.depending(
                            "every",
                            words(FactKind.Every.values()),
                            "How long a period is.",
                            "must be given in a periodic fact"),
                    Key.optional(
                            "since", new Shape.Day(), "The first day that counts of a periodic fact.", "all of them")));

    private FactParts() {}
}
