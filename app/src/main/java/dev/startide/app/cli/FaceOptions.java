package dev.startide.app.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a service listens.
final class FaceOptions {

    @Option(names = "--port", paramLabel = "N", description = "Take events over HTTP at this port. Default: 8090")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Listen at this address. Default: 127.0.0.1")
    private @Nullable String host;

    @Option(
            names = "--management-port",
            paramLabel = "N",
            description = "Tell health and metrics at this port. Default: 8091")
    private @Nullable Integer managementPort;

    /// The settings that these options stand for.
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        put(settings, "startide.server.port", port);
        put(settings, "startide.server.host", host);
        put(settings, "startide.management.port", managementPort);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
