package dev.startide.app.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What the surroundings provide: the clock.
@Factory
final class SystemFactory {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
