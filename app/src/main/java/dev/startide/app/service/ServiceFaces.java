package dev.startide.app.service;

import dev.startide.app.settings.HttpConfig;
import dev.startide.app.settings.ManagementConfig;
import dev.startide.app.settings.ServiceConfig;
import dev.startide.domain.port.inbound.SendNotices;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The service together with what can be asked of it over HTTP. Started once, closed once.
@Singleton
public final class ServiceFaces implements AutoCloseable {

    private final WarehouseService service;
    private final LagWatch lag;
    private final LogKeeper log;
    private final EmbeddedServer server;
    private final HttpConfig http;
    private final ManagementConfig management;
    private final Optional<NoticeLoop> notices;

    ServiceFaces(
            WarehouseService service,
            LagWatch lag,
            LogKeeper log,
            EmbeddedServer server,
            HttpConfig http,
            ManagementConfig management,
            ServiceConfig settings,
            Optional<SendNotices> sendNotices) {
        this.service = service;
        this.lag = lag;
        this.log = log;
        this.server = server;
        this.http = http;
        this.management = management;
        this.notices = sendNotices.map(send -> new NoticeLoop(send, settings));
    }

    /// Where to send events to, and where to ask.
    public String describe() {
        return "Takes events at http://%s:%d; tells how it is doing at http://%s:%d/health/readiness"
                .formatted(http.host(), http.port(), http.host(), management.port());
    }

    /// Starts the sources and the load, which takes a moment whatever they wait for, and then the
    /// server: nobody who sends events is told that there is no such source because it is not open
    /// yet.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if a port is taken,
    ///     or a source of the model cannot be used
    public void start() {
        Port.requireFree(http.host(), http.port(), "--port");
        Port.requireFree(http.host(), management.port(), "--management-port");
        service.start();
        server.start();
        lag.start();
        log.start();
        notices.ifPresent(loop -> Thread.ofVirtual().name("startide-notices").start(loop));
    }

    /// Stops taking events, ends what was begun, then stops answering. Idempotent.
    @Override
    public void close() {
        log.close();
        notices.ifPresent(NoticeLoop::stop);
        lag.close();
        service.close();
        server.close();
    }
}
