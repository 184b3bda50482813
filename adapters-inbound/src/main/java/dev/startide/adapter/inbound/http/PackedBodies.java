package dev.startide.adapter.inbound.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import jakarta.inject.Singleton;

/// Keeps the server from unpacking bodies by itself: it would do so without looking at how much
/// they become. [BodyReader] does.
@Singleton
final class PackedBodies implements BeanCreatedEventListener<NettyHttpServerConfiguration> {

    @Override
    public NettyHttpServerConfiguration onCreated(BeanCreatedEvent<NettyHttpServerConfiguration> event) {
        NettyHttpServerConfiguration server = event.getBean();
        server.setRequestDecompressionEnabled(false);
        return server;
    }
}
