package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.Unwrapping.Message;
import dev.startide.domain.draft.Sample;
import dev.startide.domain.draft.Sample.Origin;
import dev.startide.domain.draft.SampledEvent;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.Samples;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import dev.startide.warehouse.validation.FieldSchemas;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads samples with the decoders that read events.
@Singleton
final class PayloadSamples implements Samples {

    private final FieldSchemas schemas;
    private final Unwrapping unwrapping = new Unwrapping();
    private final Decoding decoding = new Decoding();

    PayloadSamples(FieldSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Sample ofFile(String file, int most) {
        return new SampleFile(schemas, SampleBytes.read(file), most).sample();
    }

    @Override
    public Sample ofTopic(String topic, List<IncomingEvent> events) {
        List<SampledEvent> read = new ArrayList<>();
        events.forEach(event -> sampled(event).ifPresent(read::add));
        if (read.isEmpty()) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID,
                    events.isEmpty()
                            ? "Topic %s has no messages to draft a model from; give a schema, as an .avsc file, instead"
                                    .formatted(topic)
                            : "None of %d messages of topic %s can be read as JSON or Avro"
                                    .formatted(events.size(), topic));
        }
        String name = topic.substring(topic.lastIndexOf('/') + 1);
        return new Sample(name, new Origin.Topic(topic, false), read, List.of(), events.size() - read.size());
    }

    private Optional<SampledEvent> sampled(IncomingEvent event) {
        try {
            Message message = unwrapping.unwrap(event);
            if (message.isGone()) {
                return Optional.empty();
            }
            MediaType media = MediaType.of(message.value().contentType(), PayloadFormat.JSON);
            DecodedEvent decoded = decoding.decoded(event, message.value(), media);
            return Optional.of(new SampledEvent(decoded.event(), decoded.attributes()));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }
}
