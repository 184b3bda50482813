package dev.startide.app.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the keys of senders are.
final class KeyOptions {

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The file of keys. Without this, the one that startide.keys.file names.")
    private @Nullable Path keys;

    /// The settings that these options stand for.
    Map<String, Object> settings() {
        return keys == null ? Map.of() : Map.of("startide.keys.file", keys.toString());
    }
}
