package dev.startide.adapter.outbound.keyfile;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Where the keys of operators are.
///
/// @param file the file with the hashes of the keys of those who may see and settle the quarantine
///     over HTTP, as `startide key add NAME --all-sources --keys FILE` writes it. Without it, nobody
///     may
@ConfigurationProperties("startide.operators")
public record OperatorFileConfig(
        @Bindable(defaultValue = "") String file) {}
