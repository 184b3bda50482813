package dev.startide.adapter.outbound.keyfile;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Where the keys of senders are.
///
/// @param file the file with the hashes of the keys that may be used over HTTP, as `startide key`
///     writes it; a change is noticed within a second. Empty: no keys are in use
@ConfigurationProperties("startide.keys")
public record KeyFileConfig(@Bindable(defaultValue = "") String file) {}
