package dev.startide.app.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Where the program tells how it is doing: `/health/liveness`, `/health/readiness`, `/prometheus`.
///
/// @param port the port to listen at, beside the one for events
@ConfigurationProperties("startide.management")
public record ManagementConfig(
        @Bindable(defaultValue = "8091") int port) {}
