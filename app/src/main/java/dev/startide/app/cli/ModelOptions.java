package dev.startide.app.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which model is meant.
final class ModelOptions {

    @Option(
            names = {"-m", "--model"},
            paramLabel = "FILE",
            description = "The model of the warehouse. Default: warehouse.yaml")
    private @Nullable Path model;

    /// The settings that these options stand for.
    Map<String, Object> settings() {
        return model == null ? Map.of() : Map.of("startide.model", model.toString());
    }
}
