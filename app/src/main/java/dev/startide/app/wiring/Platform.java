package dev.startide.app.wiring;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Puts the platform together for one command.
public final class Platform {

    /// Above the environment's variables, which Micronaut ranks at -200.
    private static final int RANK_OF_FLAGS = 0;

    private Platform() {}

    /// Opens all beans without starting a server; beans are made when they are first asked for.
    ///
    /// @param flags settings from the command line, which come before all others
    /// @param file the file of settings that was asked for; without one, `startide.yaml` here if
    ///     there is one
    public static ApplicationContext open(Map<String, Object> flags, Optional<Path> file) {
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .propertySources(PropertySource.of("flags", flags, RANK_OF_FLAGS), SettingsFile.read(file))
                .build()
                .start();
    }
}
