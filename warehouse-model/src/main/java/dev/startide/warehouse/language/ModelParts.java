package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.byName;
import static dev.startide.warehouse.language.Shape.either;
import static dev.startide.warehouse.language.Shape.oneOrMore;
import static dev.startide.warehouse.language.Shape.text;
import static dev.startide.warehouse.language.Shape.words;

import dev.startide.warehouse.star.Mart.History;
import java.util.List;

/// How marts and whole models are written.
public final class ModelParts {

    public static final Part AGGREGATE = new Part(
            "measure of a mart",
            "What is shown of a group. Short: `name: sum(amount)`.",
            List.of(
                    Key.required("sql", text(), "An aggregate over columns of the fact."),
                    Key.optional("description", text(), "Becomes the comment of the column.")));

    public static final Part MART = new Part(
            "mart",
            "A view for readers, in the schema `mart`.",
            List.of(
                    Key.optional("description", text(), "Becomes the comment of the view."),
                    Key.required("fact", text(), "The fact that it shows."),
                    Key.optional(
                            "by",
                            oneOrMore(),
                            "What its rows are grouped by: `role.attribute`, or a column of the fact.",
                            "the rows of the fact, with all dimensions side by side"),
                    Key.depending(
                            "measures",
                            byName(either(text(), new Shape.Group(AGGREGATE))),
                            "What is shown of each group.",
                            "must be given beside `by`"),
                    Key.optional(
                            "history",
                            words(History.values()),
                            "Which version of its members is shown: the one that held, the latest, or both.",
                            "`as_was`"),
                    Key.optional("kept", words("view"), "How it is kept up to date.", "`view`")));

    public static final Part MODEL = new Part(
            "model",
            "The whole file.",
            List.of(
                    Key.required("version", new Shape.Whole(1, 1), "The version of the language."),
                    Key.required(
                            "name",
                            text(),
                            "What the warehouse is called; a database holds one, and refuses a model of another name."),
                    Key.optional("description", text(), "What it is, for readers."),
                    Key.optional("time_zone", text(), "Decides which day an instant belongs to.", "`UTC`"),
                    Key.optional(
                            "sources", byName(new Shape.Kinds(SourceParts.SOURCE)), "Where events come from, by name."),
                    Key.optional(
                            "events",
                            byName(new Shape.Group(EventParts.EVENT)),
                            "Types of events by name. Their order counts: the first that fits is taken."),
                    Key.optional(
                            "entities", byName(new Shape.Group(EntityParts.ENTITY)), "Normalized tables, by name."),
                    Key.optional(
                            "dimensions", byName(new Shape.Group(DimensionParts.DIMENSION)), "Dimensions by name."),
                    Key.optional("facts", byName(new Shape.Group(FactParts.FACT)), "Facts by name."),
                    Key.optional("marts", byName(new Shape.Group(MART)), "Marts by name.")));

    private ModelParts() {}

    /// Whatever can be reached from a part, each once, in the order of reading.
    public static List<Part> all() {
        return Reach.of(MODEL);
    }
}
