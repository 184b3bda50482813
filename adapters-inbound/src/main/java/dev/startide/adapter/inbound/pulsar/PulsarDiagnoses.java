package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.SourceDiagnoses;
import dev.startide.warehouse.mapping.Source;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Whether a source's topic can be reached.
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
        try {
            int partitions = connection
                    .client()
                    .getPartitionsForTopic(options.topic(), false)
                    .get(config.operationTimeout().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
                    .size();
            return List.of(Diagnosis.fine(
                    place, "the broker answers; %s is read as %d partitions".formatted(options.topic(), partitions)));
        } catch (ExecutionException | TimeoutException failure) {
            return List.of(unreachable(place, source, options, failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of(unreachable(place, source, options, interrupted));
        }
    }

    private Diagnosis unreachable(String place, Source source, PulsarOptions options, Exception failure) {
        Exception complaint = failure.getCause() instanceof Exception cause ? cause : failure;
        StartideException known = Feeding.unavailable(options.topic(), config, complaint);
        return Diagnosis.unreachable(
                place,
                String.valueOf(known.getMessage()),
                "Check that the broker runs and where source %s is said to be".formatted(source.name()));
    }
}
