package dev.startide.app.wiring;

import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The file of settings.
final class SettingsFile {

    private static final Path DEFAULT = Path.of("startide.yaml");

    /// Below the environment's variables, which Micronaut ranks at -200, and above what the program
    /// brings along.
    private static final int RANK = -250;

    private SettingsFile() {}

    /// Reads the file that is asked for, or `startide.yaml` of this directory if there is one.
    ///
    /// @throws ConfigurationException with one sentence if it cannot be read
    static PropertySource read(Optional<Path> asked) {
        Path file = asked.orElse(DEFAULT);
        if (asked.isEmpty() && Files.notExists(file)) {
            return PropertySource.of(file.toString(), Map.of(), RANK);
        }
        try (InputStream content = Files.newInputStream(file)) {
            return PropertySource.of(
                    file.toString(), new YamlPropertySourceLoader().read(file.toString(), content), RANK);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "The file of settings %s cannot be read. Check its name and rights.".formatted(file));
        } catch (RuntimeException malformed) {
            throw new ConfigurationException("The file of settings %s is no YAML: %s"
                    .formatted(
                            file,
                            String.valueOf(malformed.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
        }
    }
}
