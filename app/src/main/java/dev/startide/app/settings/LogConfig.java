package dev.startide.app.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// What the log looks like. It is written to standard error and never holds payloads.
///
/// @param format `text` for people, `json` for machines: one object per line
/// @param level the least severe entries of our own to keep: `DEBUG`, `INFO`, `WARN` or `ERROR`;
///     commands that are not a service keep warnings only, unless this is set
@ConfigurationProperties("startide.log")
public record LogConfig(
        @Bindable(defaultValue = "text") String format,
        @Bindable(defaultValue = "INFO") String level) {}
