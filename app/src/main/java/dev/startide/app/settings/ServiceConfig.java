package dev.startide.app.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How the service works through its load, waits, and stops.
///
/// @param idleWait how long to wait before looking for new events when there were none
/// @param retryFirst the longest wait after a first failure; it doubles with each further one
/// @param retryMost the longest wait after any number of failures
/// @param stallAfter a load that has finished no step for so long is reported as not ready
/// @param stopWithin how long to wait for sources and for the load when told to stop
/// @param lagEvery how often the number of waiting events is measured for `/prometheus`
@ConfigurationProperties("startide.service")
public record ServiceConfig(
        @Bindable(defaultValue = "200ms") Duration idleWait,
        @Bindable(defaultValue = "500ms") Duration retryFirst,
        @Bindable(defaultValue = "10s") Duration retryMost,
        @Bindable(defaultValue = "45s") Duration stallAfter,
        @Bindable(defaultValue = "20s") Duration stopWithin,
        @Bindable(defaultValue = "5s") Duration lagEvery) {}
