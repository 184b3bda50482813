package dev.startide.warehouse.schema;

import java.util.Locale;

/// What the database does about a foreign key.
public enum Enforcement {
    /// Refuses rows that do not fulfil it.
    ENFORCED,

    /// Knows of it and shows it to readers, and looks at no row.
    DECLARED;

    /// As models write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
