package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.oneOrMore;
import static dev.startide.warehouse.language.Shape.text;
import static dev.startide.warehouse.language.Shape.words;

import dev.startide.warehouse.mapping.UnknownFields;
import java.util.List;

/// How types of events and their fields are written.
public final class EventParts {

    public static final Part FIELD = new Part(
            "field",
            "What is read from an event. Short: `name: type`. A list is written as `name: [{ … }]`, with the fields of one element.",
            List.of(
                    Key.required(
                            "type", new Shape.Type(), "Its type; [types](../types.md) says what each is read from."),
                    Key.optional(
                            "required",
                            new Shape.Flag(),
                            "`true`: an event without it cannot be used, and is quarantined.",
                            "`false`, but for keys, grains and times"),
                    Key.optional("enum", oneOrMore(), "The only values allowed: text or whole numbers."),
                    Key.optional(
                            "value",
                            text(),
                            "An expression in CEL over the payload, `event`; in a list, `element` is the element; `ce` holds the attributes of a CloudEvent, `key` is the key of a message, and `headers` are what came with it.",
                            "the field of the same name"),
                    Key.optional("description", text(), "Becomes the comment of the column."),
                    Key.optional(
                            "pii", new Shape.Flag(), "`true` marks personal data; it has no effect in this version.")));

    public static final Shape.Words UNKNOWN = words(UnknownFields.values());

    public static final Part EVENT = new Part(
            "event",
            "A type of event: what a source carries, and what it says.",
            List.of(
                    Key.optional("description", text(), "What it is, for readers."),
                    Key.required("source", text(), "The source that carries it."),
                    Key.optional(
                            "when",
                            text(),
                            "A condition in CEL; the first type of event of a source whose condition holds is taken.",
                            "every event fits"),
                    Key.depending(
                            "time",
                            text(),
                            "The field with the event time, `timestamptz` or `date`; it orders changes.",
                            "must be given; for change envelopes, the time of the change"),
                    Key.optional(
                            "id",
                            oneOrMore(),
                            "The fields that identify the event among its kind.",
                            "the id of the transport, or the content as a whole"),
                    Key.optional(
                            "sequence",
                            text(),
                            "An `int` or `bigint` field that orders events of one instant; not for change envelopes, which have an order of their own.",
                            "an order that is arbitrary, but always the same"),
                    Key.required(
                            "fields",
                            new Shape.Fields(FIELD),
                            "What is read; everything else in the payload stays in the raw log. `include: [group]` takes the fields of a group (`field_groups` of the model)."),
                    Key.optional(
                            "unknown",
                            UNKNOWN,
                            "What becomes of fields of the payload that the model does not know: they stay in the raw log (`ignore`), the event cannot be used (`quarantine`), or they are kept in the column `unknown_fields` of the entity (`overflow`).",
                            "`ignore`")));

    private EventParts() {}
}
