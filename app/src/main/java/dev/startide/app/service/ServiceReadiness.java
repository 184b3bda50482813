package dev.startide.app.service;

import dev.startide.app.settings.ServiceConfig;
import dev.startide.domain.port.inbound.EventSource;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/// Whether the service does its work: the database answers, the load makes progress, every source
/// is being read.
///
/// Answers from what the working threads last noted, so that asking costs the database nothing.
@Singleton
@Readiness
final class ServiceReadiness implements HealthIndicator {

    private final WarehouseService service;
    private final ServiceConfig settings;
    private final InstantSource clock;

    ServiceReadiness(WarehouseService service, ServiceConfig settings, InstantSource clock) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(result());
    }

    HealthResult result() {
        String load = describe(service.phase(), clock.instant(), settings.stallAfter());
        Map<String, String> sources = new LinkedHashMap<>();
        service.sources().forEach((name, health) -> sources.put(name, describe(health)));
        boolean isReady = load.equals(WORKING) && sources.values().stream().allMatch(WORKING::equals);
        return HealthResult.builder("warehouse", isReady ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("load", load, "sources", sources, "warnings", service.warnings(), "paused", paused()))
                .build();
    }

    /// Says so, and stays ready: the other sources are to go on.
    private Map<String, String> paused() {
        Map<String, String> paused = new LinkedHashMap<>();
        service.paused().forEach(source -> paused.put(source.source().value(), source.sentence()));
        return paused;
    }

    private static final String WORKING = "ok";

    /// What is to be said of a phase at some time.
    ///
    /// @param patience how long a step may take before the load counts as stalled
    static String describe(Phase phase, Instant now, Duration patience) {
        Instant stalled = now.minus(patience);
        return switch (phase) {
            case Phase.Preparing _ -> "The schema is being prepared";
            case Phase.Loading(var since) -> since.isAfter(stalled) ? WORKING : "No batch has ended since " + since;
            case Phase.StandingBy(var since) ->
                since.isAfter(stalled) ? WORKING : "The load has not been asked for since " + since;
            case Phase.Retrying(var since, var reason) -> since.isAfter(stalled) ? WORKING : reason;
            case Phase.Paused(var _, var reason) -> reason;
            case Phase.Halted(var _, var reason) -> reason;
            case Phase.Stopped _ -> "Stopped";
        };
    }

    private static String describe(EventSource.Health health) {
        return switch (health) {
            case EventSource.Health.Reading() -> WORKING;
            case EventSource.Health.Waiting(var reason) -> reason;
            case EventSource.Health.Stopped(var reason) -> reason;
        };
    }
}
