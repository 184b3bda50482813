package dev.startide.app.wiring;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.startide.warehouse.validation.Suggestion;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The file of settings.
final class SettingsFile {

    private static final Path DEFAULT = Path.of("startide.yaml");

    /// Below the environment's variables, which Micronaut ranks at -200, and above what the program
    /// brings along.
    private static final int RANK = -250;

    /// Switches for adapters, which may be anybody's.
    private static final String ADAPTERS = "startide.adapters.";

    private SettingsFile() {}

    /// Reads the file that is asked for, or `startide.yaml` of this directory if there is one.
    ///
    /// @throws ConfigurationException with one sentence if it cannot be read
    static PropertySource read(Optional<Path> asked) {
        Path file = asked.orElse(DEFAULT);
        if (asked.isEmpty() && Files.notExists(file)) {
            return PropertySource.of(file.toString(), Map.of(), RANK);
        }
        Map<String, Object> settings = parse(file);
        requireKnown(file, settings);
        return PropertySource.of(file.toString(), settings, RANK);
    }

    private static Map<String, Object> parse(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return new YamlPropertySourceLoader().read(file.toString(), content);
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

    /// A setting that nobody knows is a typing error, and would otherwise go unnoticed.
    private static void requireKnown(Path file, Map<String, Object> settings) {
        Set<String> known =
                DescribedSettings.all().stream().map(DescribedSetting::name).collect(toUnmodifiableSet());
        List<String> unknown = settings.keySet().stream()
                .map(name -> name.replaceFirst("\\[.*", ""))
                .filter(name -> name.startsWith("startide."))
                .filter(name -> !name.startsWith(ADAPTERS) && !known.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("%s has settings that do not exist: %s. %s"
                    .formatted(
                            file,
                            String.join(", ", unknown),
                            Suggestion.sentence(unknown.getFirst(), known, "There are none.")));
        }
    }
}
