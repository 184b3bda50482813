package dev.startide.app.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// A clock that is wrong, in a process that is told so on its command line.
@Factory
@Requires(property = "test.clock.ahead")
final class WrongClock {

    @Singleton
    @Replaces(bean = Clock.class, factory = SystemFactory.class)
    Clock clock(@Value("${test.clock.ahead}") Duration ahead) {
        return Clock.offset(Clock.systemUTC(), ahead);
    }
}
