package dev.startide.domain.star;

import dev.startide.domain.normalize.Register;

/// What is known of an entity.
///
/// @param register its attributes; empty for one that is only named by others
/// @param row whether the entity's table has a row of it
public record EntityState(Register register, Row row) {

    /// Whether a row exists.
    public enum Row {
        STORED,
        MISSING
    }

    /// The same state, to be changed without changing this one.
    EntityState copy() {
        return new EntityState(register.copy(), row);
    }
}
