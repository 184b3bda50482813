package dev.startide.app.wiring;

import java.util.Locale;

/// A setting as its record describes it.
///
/// @param name as a file of settings spells it, such as `startide.database.url`
/// @param type the Java type of its values
/// @param defaultValue what holds without it; empty for nothing
/// @param description what it means
public record DescribedSetting(String name, String type, String defaultValue, String description) {

    /// The variable of the environment that sets it.
    public String variable() {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
