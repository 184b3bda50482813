package dev.startide.app.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// What the log looks like. It never holds payloads.
///
/// @param file the file to write to, with its older parts beside it; empty for standard error
/// @param format `text` for people, `json` for machines: one object per line
/// @param level the least severe entries of our own to keep: `DEBUG`, `INFO`, `WARN` or `ERROR`;
///     empty for `INFO` in a service and `WARN` in other commands
@ConfigurationProperties("startide.log")
public record LogConfig(
        @Bindable(defaultValue = "") String file,
        @Bindable(defaultValue = "text") String format,
        @Bindable(defaultValue = "") String level) {

    /// The same, with this level if none was set.
    public LogConfig withDefault(String defaultLevel) {
        return level.isEmpty() ? new LogConfig(file, format, defaultLevel) : this;
    }
}
