package dev.startide.adapter.outbound.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.startide.adapter.outbound.schemafile.SchemasForTests;
import dev.startide.domain.draft.Sample;
import dev.startide.domain.draft.Sample.Origin;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.Payload;
import dev.startide.domain.failure.StartideException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadSamplesTest {

    private static final Schema SCHEMA = new Schema.Parser().parse("""
            {"type":"record","name":"order","fields":[{"name":"id","type":"string"}]}
            """);

    @TempDir
    private Path folder;

    private final PayloadSamples samples = new PayloadSamples(SchemasForTests.schemas());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1}\n\n{\"id\":2}\r\n",
                "{\"id\":1}\n{\"id\":2}",
                "[{\"id\":1},\n {\"id\":2}]",
                "[\n  {\n    \"id\": 1\n  },\n  {\n    \"id\": 2\n  }\n]\n"
            })
    void readsJsonOnLinesAndInLists(String text) {
        // When
        Sample sample = of("orders.2026.ndjson", text.getBytes(UTF_8), 10);

        // Then
        assertThat(sample.name()).isEqualTo("orders");
        assertThat(sample.origin()).isEqualTo(new Origin.Lines(false));
        assertThat(sample.events()).hasSize(2);
    }

    @Test
    void countsWhatCannotBeRead() {
        // When
        Sample sample = of("x.ndjson", "{\"id\":1}\nno json\n5\n".getBytes(UTF_8), 10);

        // Then
        assertThat(sample.events()).hasSize(1);
        assertThat(sample.passedOver()).isEqualTo(2);
    }

    @Test
    void readsNoMoreThanIsAskedFor() {
        // When
        Sample sample = of("x.ndjson", "{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n".getBytes(UTF_8), 2);

        // Then
        assertThat(sample.events()).hasSize(2);
    }

    @Test
    void takesCloudEventsApart() {
        // Given
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data\":{\"x\":1}}";

        // When
        Sample sample = of("x.ndjson", event.getBytes(UTF_8), 10);

        // Then
        assertThat(sample.origin()).isEqualTo(new Origin.Lines(true));
        assertThat(sample.events().getFirst().event()).containsOnlyKeys("x");
        assertThat(sample.events().getFirst().attributes()).containsKey("type");
    }

    @Test
    void readsAvroContainersWithTheirSchema() throws IOException {
        // When
        Sample sample = of("orders.avro", container(3), 2);

        // Then
        assertThat(sample.events()).hasSize(2);
        assertThat(sample.schema()).extracting(field -> field.name()).containsExactly("id");
        assertThat(sample.origin()).isEqualTo(new Origin.Topic("orders", true));
    }

    @Test
    void saysThatAContainerIsBroken() throws IOException {
        // Given
        byte[] broken = container(3);
        Arrays.fill(broken, broken.length - 12, broken.length, (byte) 0);

        // When
        var failure = assertThatExceptionOfType(StartideException.class).isThrownBy(() -> of("x.avro", broken, 10));

        // Then
        failure.withMessageContaining("begins as Avro and cannot be read as such");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$schema\":\"x\",\"properties\":{\"id\":{}}}",
                "{\"type\":\"object\",\"properties\":{\"id\":{}}}"
            })
    void readsJsonSchemas(String text) {
        // When
        Sample sample = of("order.json", text.getBytes(UTF_8), 10);

        // Then
        assertThat(sample.events()).isEmpty();
        assertThat(sample.schema()).extracting(field -> field.name()).containsExactly("id");
    }

    @Test
    void readsAvroSchemas() {
        // When
        Sample sample = of("order.avsc", SCHEMA.toString().getBytes(UTF_8), 10);

        // Then
        assertThat(sample.schema()).extracting(field -> field.name()).containsExactly("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[1,2]", "5"})
    void saysThatThereAreNoEvents(String text) {
        // When
        var failure = assertThatExceptionOfType(StartideException.class)
                .isThrownBy(() -> of("x.ndjson", text.getBytes(UTF_8), 10));

        // Then
        failure.withMessageContaining("holds no events. Give JSON objects");
    }

    @Test
    void saysThatAFileIsMissing() {
        // When
        var failure = assertThatExceptionOfType(StartideException.class)
                .isThrownBy(() -> samples.ofFile(folder.resolve("missing").toString(), 10));

        // Then
        failure.withMessageContaining("cannot be read. Check its name and rights; a topic is written as persistent://");
    }

    @Test
    void readsMessages() {
        // When
        Sample sample =
                samples.ofTopic("persistent://shop/sales/orders", List.of(message("{\"id\":1}"), message("no json")));

        // Then
        assertThat(sample.name()).isEqualTo("orders");
        assertThat(sample.events()).hasSize(1);
        assertThat(sample.passedOver()).isEqualTo(1);
    }

    @Test
    void saysThatATopicHasNothingToRead() {
        // When
        var failure = assertThatExceptionOfType(StartideException.class)
                .isThrownBy(() -> samples.ofTopic("persistent://a/b/c", List.of()));

        // Then
        failure.withMessageContaining("has no messages to draft a model from");
    }

    private static IncomingEvent message(String text) {
        return new IncomingEvent(
                new Identity.InContent(),
                Map.of(),
                Instant.EPOCH,
                new Payload.SelfDescribing("application/json", text.getBytes(UTF_8)));
    }

    private Sample of(String name, byte[] bytes, int most) {
        try {
            return samples.ofFile(Files.write(folder.resolve(name), bytes).toString(), most);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static byte[] container(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> writer =
                new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(SCHEMA)).create(SCHEMA, bytes)) {
            for (int number = 0; number < count; number++) {
                writer.append(
                        new GenericRecordBuilder(SCHEMA).set("id", "o" + number).build());
            }
        }
        return bytes.toByteArray();
    }
}
