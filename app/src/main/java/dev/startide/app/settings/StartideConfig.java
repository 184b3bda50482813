package dev.startide.app.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// What the whole program is about.
///
/// @param model the file with the model of the warehouse
/// @param plugins a folder with jars of own adapters; read by the launcher, empty for none
@ConfigurationProperties("startide")
public record StartideConfig(
        @Bindable(defaultValue = "warehouse.yaml") String model,
        @Bindable(defaultValue = "") String plugins) {}
