package dev.startide.adapter.inbound.http;

import dev.startide.domain.event.LaneName;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Names this server's lanes.
@Singleton
final class Instance {

    private final LaneName lane;

    Instance(HttpIngestConfig config, HttpServerConfiguration server) {
        String given = config.instance();
        this.lane = new LaneName("http-" + (given == null ? hostAndPort(server) : given));
    }

    /// The lane that this server writes, of whatever source.
    LaneName lane() {
        return lane;
    }

    /// Two servers that run on one host cannot share a port.
    private static String hostAndPort(HttpServerConfiguration server) {
        return host() + "-" + server.getPort().orElse(HttpServerConfiguration.DEFAULT_PORT);
    }

    private static String host() {
        String named = System.getenv("HOSTNAME");
        if (named != null && !named.isBlank()) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
