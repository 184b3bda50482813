package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/// Reads topics of Apache Pulsar: sources of kind `pulsar`, with the options `topic` and
/// `subscription`.
@Singleton
final class PulsarSource implements EventSource {

    private final PulsarConnection connection;
    private final PulsarConfig config;
    private final Clock clock;

    PulsarSource(PulsarConnection connection, PulsarConfig config, Clock clock) {
        this.connection = connection;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "pulsar";
    }

    @Override
    public Set<String> options() {
        return PulsarOptions.KNOWN;
    }

    @Override
    public Running start(Source source, IngestEvents ingest) {
        PulsarOptions options = PulsarOptions.of(source);
        return RunningPulsar.start(new Feeding(source, options, ingest, connection.client(), config, clock));
    }
}
