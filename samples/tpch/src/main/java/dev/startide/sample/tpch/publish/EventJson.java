package dev.startide.sample.tpch.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.startide.sample.tpch.TpchEvent;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/// Events as JSON in UTF-8: names in snake case, decimals as plain numbers, instants as ISO 8601
/// with `Z`. What is not known is left out.
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private EventJson() {}

    /// The bare event. Equal events give equal bytes.
    public static byte[] encode(TpchEvent event) {
        return write(event);
    }

    /// The events as one CloudEvents batch.
    public static byte[] encodeBatch(List<? extends TpchEvent> events, String source, String type) {
        return write(events.stream()
                .map(event ->
                        new CloudEvent("1.0", event.id(), source, type, event.occurredAt(), "application/json", event))
                .toList());
    }

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A CloudEvent in structured mode; the attributes are named as the specification names them.
    private record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,
            Instant time,
            String datacontenttype,
            TpchEvent data) {}
}
