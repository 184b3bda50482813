package dev.startide.app.cli;

import dev.startide.app.wiring.Session;
import dev.startide.warehouse.WarehouseModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that every command has.
final class GlobalOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The file of settings. Without this, ./startide.yaml if there is one.")
    private @Nullable Path config;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more about what is going on.")
    private boolean verbose;

    @Option(names = "--debug", description = "Show where in the program a failure came from.")
    private boolean debug;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "A folder with jars of own adapters (read by the launcher).")
    private @Nullable Path plugins;

    /// Opens the platform for a command that answers and ends.
    ///
    /// @param settings what the command's other options stand for; later ones come first
    @SafeVarargs
    final Session brief(Map<String, Object>... settings) {
        return Session.open(together(settings), config(), "WARN");
    }

    /// Opens the platform for a command that answers and ends, and for a model of its own.
    ///
    /// @param settings what the command's other options stand for; later ones come first
    @SafeVarargs
    final Session briefFor(WarehouseModel model, Map<String, Object>... settings) {
        return Session.openFor(model, together(settings), config(), "WARN");
    }

    /// Opens the platform for a command that works until it is told to stop.
    ///
    /// @param settings what the command's other options stand for; later ones come first
    @SafeVarargs
    final Session lasting(Map<String, Object>... settings) {
        return Session.open(together(settings), config(), "INFO");
    }

    /// The file of settings, if one was asked for.
    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    /// What these options stand for, and others.
    ///
    /// @param settings what the command's other options stand for; later ones come first
    @SafeVarargs
    final Map<String, Object> together(Map<String, Object>... settings) {
        Map<String, Object> all = settings();
        for (Map<String, Object> some : settings) {
            all.putAll(some);
        }
        return all;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        if (verbose || debug) {
            settings.put("startide.log.level", "DEBUG");
        }
        if (plugins != null) {
            settings.put("startide.plugins", plugins.toString());
        }
        return settings;
    }
}
