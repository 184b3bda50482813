package dev.startide.app.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the demo was asked for.
///
/// @param scale TPC-H's scale factor: 0.01 makes about 15,000 orders
/// @param folder where everything is kept from one run to the next
/// @param start whether to go on with what is there
/// @param config the file of settings that was asked for, as [dev.startide.app.wiring.Session]
///     takes it
/// @param settings settings from the command line
public record DemoOptions(double scale, Path folder, Start start, Optional<Path> config, Map<String, Object> settings) {

    public DemoOptions {
        settings = Map.copyOf(settings);
    }

    /// What to do with what an earlier run has left.
    public enum Start {
        /// Go on with it.
        CONTINUE,

        /// Delete it and start over.
        FRESH
    }
}
