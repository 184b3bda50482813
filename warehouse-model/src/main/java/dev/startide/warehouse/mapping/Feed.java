package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.ColumnName;

/// Says that each event of a kind tells something of a target, field by field of the same name, or
/// that the target is gone.
///
/// @param <T> what names the target: an entity's or a fact's name
public record Feed<T>(T target, EventName event, Scope scope, Effect effect) {

    /// What an event does to the row that it speaks of.
    public enum Effect {
        /// It says how the row is, as far as it speaks of it.
        STATES,

        /// It says that the row is gone, and nothing else.
        DELETES,

        /// It says either, as the change does that it tells of: one of a source of change
        /// envelopes.
        FOLLOWS;

        /// Whether rows can be gone because of it.
        public boolean mayDelete() {
            return this != STATES;
        }
    }

    /// Which part of the event one row is made from.
    public sealed interface Scope {

        /// The event as a whole makes one row.
        record WholeEvent() implements Scope {}

        /// Each element of a list makes one; fields are looked for in the element first, then in
        /// the event.
        record EachElement(ColumnName list) implements Scope {}
    }

    /// A feed of events that say how rows are.
    public Feed(T target, EventName event, Scope scope) {
        this(target, event, scope, Effect.STATES);
    }
}
