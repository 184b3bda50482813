package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.byName;
import static dev.startide.warehouse.language.Shape.either;
import static dev.startide.warehouse.language.Shape.oneOrMore;
import static dev.startide.warehouse.language.Shape.text;
import static dev.startide.warehouse.language.Shape.words;

import dev.startide.warehouse.star.Mart.History;
import java.util.List;

/// How marts are written.
public final class MartParts {

    private static final String ONE_OF_FIVE = "one of sum, min, max, avg and count must be given";

    public static final Part AGGREGATE = new Part(
            "measure of a mart",
            "What is shown of a group. Short: `name: sum(amount)`; of several facts: `name: sales.sum(amount)`.",
            List.of(
                    Key.required("sql", text(), "An aggregate over columns of the fact."),
                    Key.optional("description", text(), "Becomes the comment of the column.")));

    public static final Part WINDOW = new Part(
            "measure that looks back",
            "What is shown beside a row of the time before it.",
            List.of(
                    Key.depending("sum", text(), "The column that is summed up.", ONE_OF_FIVE),
                    Key.depending("min", text(), "The column whose least value is shown.", ONE_OF_FIVE),
                    Key.depending("max", text(), "The column whose greatest value is shown.", ONE_OF_FIVE),
                    Key.depending("avg", text(), "The column whose average is shown.", ONE_OF_FIVE),
                    Key.depending("count", text(), "The column whose values are counted.", ONE_OF_FIVE),
                    Key.required(
                            "over",
                            text(),
                            "How far it looks back: a number of hours, days, weeks, months or years, such as `52 weeks`."),
                    Key.optional(
                            "per",
                            oneOrMore(),
                            "Roles and columns that the other rows must agree in with the row.",
                            "all rows of the fact"),
                    Key.optional("description", text(), "Becomes the comment of the column.")));

    public static final Part MART = new Part(
            "mart",
            "A view for readers, in the schema `mart`.",
            List.of(
                    Key.optional("description", text(), "Becomes the comment of the view."),
                    Key.depending("fact", text(), "The fact that it shows.", "`combine` must be given"),
                    Key.depending(
                            "combine",
                            either(oneOrMore(), byName(byName(text()))),
                            "The facts that it shows side by side; by name where they call roles or columns otherwise than `by`.",
                            "`fact` must be given"),
                    Key.optional(
                            "by",
                            oneOrMore(),
                            "What its rows are grouped by: `role.attribute`, or a column of the fact.",
                            "the rows of the fact, with all dimensions side by side"),
                    Key.depending(
                            "measures",
                            byName(either(text(), new Shape.Group(AGGREGATE), new Shape.Group(WINDOW))),
                            "What is shown of each group, or beside each row.",
                            "must be given beside `by`"),
                    Key.optional(
                            "history",
                            words(History.values()),
                            "Which version of its members is shown: the one that held, the latest, or both.",
                            "`as_was`"),
                    Key.optional("kept", words("view"), "How it is kept up to date.", "`view`")));

    private MartParts() {}
}
