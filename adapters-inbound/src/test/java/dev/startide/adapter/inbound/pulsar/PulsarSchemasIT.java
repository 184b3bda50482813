package dev.startide.adapter.inbound.pulsar;

import static dev.startide.adapter.inbound.pulsar.PulsarBench.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestPulsar;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.Payload;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.common.schema.SchemaInfo;
import org.apache.pulsar.common.schema.SchemaType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PulsarSchemasIT {

    private static final String FIRST = """
            {"type": "record", "name": "Order", "fields": [{"name": "id", "type": "string"}]}""";

    private static final String LATER = """
            {"type": "record", "name": "Order", "fields": [
              {"name": "id", "type": "string"},
              {"name": "channel", "type": ["null", "string"], "default": null}]}""";

    private PulsarBench bench;

    @BeforeEach
    void connect() throws Exception {
        bench = new PulsarBench(TestPulsar.serviceUrl());
    }

    @AfterEach
    void disconnect() throws Exception {
        bench.close();
    }

    @Test
    void handsEachMessageTheSchemaThatItWasWrittenWith() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("avro");
        send(topic, SchemaType.AVRO, FIRST, "o-1");
        send(topic, SchemaType.AVRO, LATER, "o-2");
        send(topic, SchemaType.AVRO, FIRST, "o-3");

        // When
        bench.start(source(topic, PayloadFormat.AVRO), 100);

        // Then
        bench.awaitLogged(3);
        assertThat(bench.events())
                .extracting(PulsarSchemasIT::read)
                .extracting(GenericRecord::toString)
                .containsExactly("{\"id\": \"o-1\"}", "{\"id\": \"o-2\", \"channel\": \"web\"}", "{\"id\": \"o-3\"}");
    }

    @Test
    void takesTheBytesOfAJsonSchemaAsTheyAre() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("json");
        send(topic, SchemaType.JSON, FIRST, "o-1");

        // When
        bench.start(source(topic, PayloadFormat.AVRO), 100);

        // Then
        bench.awaitLogged(1);
        assertThat(bench.logged()).containsExactly("{\"id\":\"o-1\"}");
        assertThat(bench.events())
                .extracting(event -> event.payload().contentType())
                .containsExactly("application/json");
    }

    @Test
    void takesMessagesWithoutSchemaOnATopicThatHasOne() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("mixed");
        send(topic, SchemaType.AVRO, FIRST, "o-1");
        bench.send(topic, 7, 8);

        // When
        bench.start(source(topic, PayloadFormat.JSON), 100);

        // Then
        bench.awaitLogged(2);
        assertThat(bench.events())
                .extracting(event -> event.payload().contentType())
                .containsExactly("avro/binary", "application/json");
    }

    private void send(String topic, SchemaType type, String definition, String id) throws PulsarClientException {
        var schema = org.apache.pulsar.client.api.Schema.generic(SchemaInfo.builder()
                .name("order")
                .type(type)
                .schema(definition.getBytes(StandardCharsets.UTF_8))
                .build());
        try (var producer = bench.client().newProducer(schema).topic(topic).create()) {
            var record = schema.newRecordBuilder().set("id", id);
            if (definition.equals(LATER)) {
                record.set("channel", "web");
            }
            producer.send(record.build());
        }
    }

    private static GenericRecord read(IncomingEvent event) {
        var payload = (Payload.WithSchema) event.payload();
        Schema schema = new Schema.Parser().parse(payload.schema().definition());
        try {
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(payload.bytes(), null));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
