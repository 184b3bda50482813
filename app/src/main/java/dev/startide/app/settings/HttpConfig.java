package dev.startide.app.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Where events are taken over HTTP.
///
/// @param host the address to listen at; only this machine by default, because anybody may
///     send as long as no keys are given out
/// @param port the port to listen at
@ConfigurationProperties("startide.server")
public record HttpConfig(
        @Bindable(defaultValue = "127.0.0.1") String host,
        @Bindable(defaultValue = "8090") int port) {}
