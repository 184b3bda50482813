package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.port.inbound.SourceDiagnoses;
import dev.startide.warehouse.mapping.Source;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.pulsar.client.api.PulsarClientException;

/// Whether a source's topics can be reached, and whether a policy of the broker may take messages
/// away from us.
@Singleton
final class PulsarDiagnoses implements SourceDiagnoses {

    private final PulsarConnection connection;
    private final PulsarConfig config;

    PulsarDiagnoses(PulsarConnection connection, PulsarConfig config) {
        this.connection = connection;
        this.config = config;
    }

    @Override
    public String kind() {
        return "pulsar";
    }

    @Override
    public List<Diagnosis> of(Source source) {
        PulsarOptions options = PulsarOptions.of(source);
        String place = "source %s: topic".formatted(source.name());
        PulsarLookup lookup =
                new PulsarLookup(connection.client(), config.operationTimeout().multipliedBy(2));
        List<Diagnosis> found = new ArrayList<>();
        try {
            List<String> topics = lookup.topics(options.topics());
            int partitions = 0;
            for (String topic : topics) {
                partitions += lookup.partitionsOf(topic).size();
            }
            found.add(Diagnosis.fine(
                    place,
                    "the broker answers; %s is read as %d partitions"
                            .formatted(options.topics().text(), partitions)));
            found.addAll(new PolicyWatch(source.name().value(), config).look(topics));
        } catch (PulsarClientException failure) {
            found.add(unreachable(place, source, options, failure));
        }
        return List.copyOf(found);
    }

    private Diagnosis unreachable(String place, Source source, PulsarOptions options, PulsarClientException complaint) {
        return Diagnosis.unreachable(
                place,
                String.valueOf(Feeding.unavailable(options.topics().text(), config, complaint)
                        .getMessage()),
                "Check that the broker runs and where source %s is said to be".formatted(source.name()));
    }
}
