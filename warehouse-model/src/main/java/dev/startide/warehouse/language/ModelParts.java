package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.byName;
import static dev.startide.warehouse.language.Shape.byText;
import static dev.startide.warehouse.language.Shape.oneOrMore;
import static dev.startide.warehouse.language.Shape.text;
import static dev.startide.warehouse.language.Shape.words;

import dev.startide.warehouse.schema.Enforcement;
import java.util.ArrayList;
import java.util.List;

/// How whole models are written.
public final class ModelParts {

    /// What the database may do about foreign keys.
    public static final Shape.Words FOREIGN_KEYS = words(Enforcement.values());

    private static final Key INCLUDE = Key.optional(
            "include",
            oneOrMore(),
            "Further files with parts of the model, beside this one or in folders beside it; `*` in the name of a file stands for any letters.");

    private static final List<Key> SECTIONS = List.of(
            Key.optional("sources", byName(new Shape.Kinds(SourceParts.SOURCE)), "Where events come from, by name."),
            Key.optional(
                    "field_groups",
                    byName(new Shape.Fields(EventParts.FIELD)),
                    "Fields by the name of a group: `include: [group]` among the fields of events, of lists in them, or of groups that follow, stands for all of them."),
            Key.optional(
                    "events",
                    byName(new Shape.Group(EventParts.EVENT)),
                    "Types of events by name. Their order counts: the first that fits is taken."),
            Key.optional("entities", byName(new Shape.Group(EntityParts.ENTITY)), "Normalized tables, by name."),
            Key.optional("dimensions", byName(new Shape.Group(DimensionParts.DIMENSION)), "Dimensions by name."),
            Key.optional("facts", byName(new Shape.Group(FactParts.FACT)), "Facts by name."),
            Key.optional("marts", byName(new Shape.Group(MartParts.MART)), "Marts by name."),
            Key.optional(
                    "tests",
                    byText(new Shape.Group(TestParts.TEST)),
                    "Tests by a sentence that says what is tested; `startide test` runs them."));

    public static final Part MODEL = new Part("model", "The whole model, or the first of its files.", modelKeys());

    /// A file that another one includes.
    public static final Part INCLUDED =
            new Part("included file", "A file with parts of a model, which another file includes.", includedKeys());

    private ModelParts() {}

    private static List<Key> modelKeys() {
        List<Key> keys = new ArrayList<>(List.of(
                Key.required("version", new Shape.Whole(1, 1), "The version of the language."),
                Key.required(
                        "name",
                        text(),
                        "What the warehouse is called; a database holds one, and refuses a model of another name."),
                Key.optional("description", text(), "What it is, for readers."),
                Key.optional("time_zone", text(), "Decides which day an instant belongs to.", "`UTC`"),
                Key.optional(
                        "foreign_keys",
                        FOREIGN_KEYS,
                        "What the database does about foreign keys: `enforced` refuses rows that do not fulfil"
                                + " them, `declared` shows them to BI tools and looks at no row (PostgreSQL 18).",
                        "`enforced`")));
        keys.addAll(includedKeys());
        return keys;
    }

    private static List<Key> includedKeys() {
        List<Key> keys = new ArrayList<>(List.of(INCLUDE));
        keys.addAll(SECTIONS);
        return keys;
    }

    /// Whatever can be reached from a part, each once, in the order of reading.
    public static List<Part> all() {
        return Reach.of(MODEL);
    }
}
