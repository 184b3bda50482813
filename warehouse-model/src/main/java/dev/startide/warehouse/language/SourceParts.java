package dev.startide.warehouse.language;

import static dev.startide.warehouse.language.Shape.either;
import static dev.startide.warehouse.language.Shape.text;
import static dev.startide.warehouse.language.Shape.words;

import java.util.List;

/// How sources are written.
public final class SourceParts {

    public static final Part DEDUPE = new Part(
            "dedupe",
            "Recognises doubled events by their ids.",
            List.of(Key.required(
                    "id", text(), "An id that was logged within this time (`d`, `h`, `m`, `s`) is a duplicate.")));

    public static final Part SOURCE = new Part(
            "source",
            "Where events come from: one kind with its options.",
            List.of(Key.optional(
                    "dedupe",
                    either(words("position", "none"), new Shape.Group(DEDUPE)),
                    "How doubled events are recognised: each `position` is logged once, by their id, or not at all (`none`).",
                    "`{ id: 7d }` for `http` and files, `position` for others")));

    /// What each kind has beside the options of its adapter.
    public static final Part OPTIONS = new Part(
            "kind of source",
            "What a kind is told beside the options of its own.",
            List.of(Key.optional(
                    "format",
                    words("json", "avro", "debezium"),
                    "What payloads are, where neither the transport nor the event says so; `debezium` means [change envelopes](../cdc.md).",
                    "`json`")));

    private SourceParts() {}
}
