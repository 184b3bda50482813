package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.byName;
import static dev.startide.warehouse.language.Shape.either;
import static dev.startide.warehouse.language.Shape.oneOrMore;
import static dev.startide.warehouse.language.Shape.text;

import java.util.List;

/// How entities are written.
public final class EntityParts {

    public static final Part REFERENCE = new Part(
            "reference of an entity",
            "Columns that name another entity. Short: `column: entity`.",
            List.of(
                    Key.required("key", oneOrMore(), "The fields that hold the other entity's key."),
                    Key.required("entity", text(), "The entity that is referred to.")));

    public static final Part ENTITY = new Part(
            "entity",
            "A normalized table in the schema `norm`: the current state.",
            List.of(
                    Key.optional("description", text(), "Becomes the comment of the table."),
                    Key.required(
                            "from",
                            oneOrMore(),
                            "The types of events that tell of it; their attributes are merged, by event time."),
                    Key.optional(
                            "deleted_by",
                            oneOrMore(),
                            "Types of events that say that one is gone; they have its key.",
                            "none is ever gone"),
                    Key.optional(
                            "each",
                            text(),
                            "A list of the event: one row for each element.",
                            "one row for each event's key"),
                    Key.required("key", oneOrMore(), "The fields that identify one; all of its events have them."),
                    Key.optional(
                            "formerly",
                            oneOrMore(),
                            "The fields that hold the key that one had before, where its key changes; as many as the key has.",
                            "keys never change"),
                    Key.optional(
                            "references",
                            byName(either(text(), new Shape.Group(REFERENCE))),
                            "Other entities that its columns name.")));

    private EntityParts() {}
}
