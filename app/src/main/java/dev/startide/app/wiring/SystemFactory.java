package dev.startide.app.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/// What the surroundings provide: the clock.
@Factory
final class SystemFactory {

    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
