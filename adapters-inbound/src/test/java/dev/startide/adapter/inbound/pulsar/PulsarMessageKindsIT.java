package dev.startide.adapter.inbound.pulsar;

import static dev.startide.adapter.inbound.pulsar.PulsarBench.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestPulsar;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.testkit.memory.RecordingIngest.Fault;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pulsar.client.api.CompressionType;
import org.apache.pulsar.client.api.CryptoKeyReader;
import org.apache.pulsar.client.api.EncryptionKeyInfo;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.common.schema.KeyValue;
import org.apache.pulsar.common.schema.KeyValueEncodingType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PulsarMessageKindsIT {

    private PulsarBench bench;

    @BeforeEach
    void connect() throws Exception {
        bench = new PulsarBench(TestPulsar.serviceUrl());
    }

    @AfterEach
    void disconnect() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(CompressionType.class)
    void readsCompressedMessagesAloneAndTogether(CompressionType compression) throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("compressed");
        for (boolean together : new boolean[] {false, true}) {
            try (Producer<String> producer = bench.client()
                    .newProducer(Schema.STRING)
                    .topic(topic)
                    .compressionType(compression)
                    .enableBatching(together)
                    .create()) {
                for (String text : PulsarBench.texts(0, 50)) {
                    var _ = producer.sendAsync(text);
                }
                producer.flush();
            }
        }

        // When
        bench.start(source(topic, PayloadFormat.JSON), 7);

        // Then
        bench.awaitLogged(100);
        assertThat(bench.logged().subList(0, 50)).isEqualTo(PulsarBench.texts(0, 50));
        assertThat(bench.logged().subList(50, 100)).isEqualTo(PulsarBench.texts(0, 50));
    }

    /// Two producers send in chunks at the same time, so that chunks stand between chunks, and a
    /// third sends small messages. Every batch fails once, after which reading begins anew.
    @Test
    void losesNothingWhoseChunksStandAroundOtherMessages() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("chunked");
        List<CompletableFuture<MessageId>> sent = new ArrayList<>();
        try (Producer<byte[]> one = chunking(topic);
                Producer<byte[]> two = chunking(topic);
                Producer<byte[]> small = bench.client()
                        .newProducer()
                        .topic(topic)
                        .enableBatching(false)
                        .create()) {
            for (int round = 0; round < 12; round++) {
                sent.add(one.sendAsync(content("a" + round, 5_000)));
                sent.add(two.sendAsync(content("b" + round, 5_000)));
                for (int few = 0; few < 5; few++) {
                    sent.add(small.sendAsync(content("s" + round + "-" + few, 10)));
                }
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        }
        bench.ingest.failNext(Collections.nCopies(15, Fault.AFTER_COMMIT).toArray(Fault[]::new));

        // When
        bench.start(source(topic, PayloadFormat.JSON), 4);

        // Then
        bench.awaitLogged(84);
        assertThat(bench.logged().stream().map(text -> text.substring(0, text.indexOf(' '))))
                .doesNotHaveDuplicates()
                .hasSize(84);
    }

    private Producer<byte[]> chunking(String topic) throws Exception {
        return bench.client()
                .newProducer()
                .topic(topic)
                .enableBatching(false)
                .enableChunking(true)
                .chunkMaxMessageSize(1_000)
                .create();
    }

    private static byte[] content(String name, int length) {
        return (name + " " + "x".repeat(length)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatItHasTheKeyForAndKeepsTheRest(@TempDir Path keys) throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("encrypted");
        KeyPair known = keyPair();
        KeyPair unknown = keyPair();
        Files.writeString(
                keys.resolve("known.pem"), pem("PRIVATE KEY", known.getPrivate().getEncoded()));
        sendEncrypted(topic, "known", known, "1", false);
        sendEncrypted(topic, "unknown", unknown, "2", true);
        sendEncrypted(topic, "../known", known, "3", false);
        sendEncrypted(topic, "known", known, "4", true);

        // When
        bench.start(
                source(topic, PayloadFormat.JSON), PulsarBench.config(TestPulsar.serviceUrl(), 100, keys.toString()));

        // Then
        bench.awaitLogged(4);
        assertThat(bench.events())
                .extracting(event -> event.payload().contentType())
                .containsExactly(
                        "application/json",
                        "application/vnd.apache.pulsar.encrypted",
                        "application/vnd.apache.pulsar.encrypted",
                        "application/json");
        assertThat(bench.logged()).startsWith("1").endsWith("4");
    }

    @Test
    void keepsEncryptedMessagesWithoutAnyKey() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("sealed");
        sendEncrypted(topic, "any", keyPair(), "1", false);
        bench.send(topic, 7, 8);

        // When
        bench.start(topic);

        // Then
        bench.awaitLogged(2);
        assertThat(bench.events())
                .extracting(event -> event.payload().contentType())
                .containsExactly("application/vnd.apache.pulsar.encrypted", "application/json");
    }

    private void sendEncrypted(String topic, String keyName, KeyPair keys, String content, boolean batching)
            throws Exception {
        String publicKey = pem("PUBLIC KEY", keys.getPublic().getEncoded());
        try (Producer<String> producer = bench.client()
                .newProducer(Schema.STRING)
                .topic(topic)
                .enableBatching(batching)
                .cryptoKeyReader(new PublicKey(publicKey))
                .addEncryptionKey(keyName)
                .create()) {
            producer.send(content);
        }
    }

    private record PublicKey(String pem) implements CryptoKeyReader {

        private static final long serialVersionUID = 1L;

        @Override
        public EncryptionKeyInfo getPublicKey(String keyName, Map<String, String> metadata) {
            return new EncryptionKeyInfo(pem.getBytes(StandardCharsets.US_ASCII), metadata);
        }

        @Override
        public EncryptionKeyInfo getPrivateKey(String keyName, Map<String, String> metadata) {
            throw new UnsupportedOperationException();
        }
    }

    private static KeyPair keyPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        return generator.generateKeyPair();
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(encoded));
    }

    @ParameterizedTest
    @EnumSource(KeyValueEncodingType.class)
    void keepsKeyAndValueWithTheirSchema(KeyValueEncodingType encoding) throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("key-value");
        Schema<KeyValue<Customer, Customer>> schema =
                Schema.KeyValue(Schema.JSON(Customer.class), Schema.AVRO(Customer.class), encoding);
        try (Producer<KeyValue<Customer, Customer>> producer =
                bench.client().newProducer(schema).topic(topic).create()) {
            producer.send(new KeyValue<>(new Customer("c-1"), new Customer("c-1")));
            producer.send(new KeyValue<>(new Customer("c-2"), null));
        }

        // When
        bench.start(topic);

        // Then
        bench.awaitLogged(2);
        assertThat(bench.events())
                .allSatisfy(event -> assertThat(event.payload())
                        .isInstanceOfSatisfying(Payload.WithSchema.class, payload -> {
                            assertThat(payload.contentType()).isEqualTo("application/vnd.apache.pulsar.key_value");
                            assertThat(payload.schema().definition())
                                    .contains("\"key\":{\"type\":\"json\"}", "\"type\":\"avro\",\"definition\":");
                        }));
        IncomingEvent first = bench.events().getFirst();
        byte[] key = "{\"id\":\"c-1\"}".getBytes(StandardCharsets.UTF_8);
        switch (encoding) {
            case SEPARATED -> {
                assertThat(first.headers())
                        .containsEntry("pulsar-key", Base64.getEncoder().encodeToString(key));
                assertThat(bench.events().getLast().headers()).containsEntry("pulsar-tombstone", "true");
            }
            case INLINE ->
                assertThat(HexFormat.of().formatHex(first.payload().bytes()))
                        .startsWith("0000000c" + HexFormat.of().formatHex(key));
        }
    }

    /// What keys and values are made of.
    public static final class Customer {

        public String id = "";

        public Customer() {}

        Customer(String id) {
            this.id = id;
        }
    }

    @Test
    void namesTheTypesOfSingleValues() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("numbers");
        try (Producer<Long> producer =
                bench.client().newProducer(Schema.INT64).topic(topic).create()) {
            producer.send(258L);
        }

        // When
        bench.start(topic);

        // Then
        bench.awaitLogged(1);
        Payload payload = bench.events().getFirst().payload();
        assertThat(payload.contentType()).isEqualTo("application/vnd.apache.pulsar.int64");
        assertThat(HexFormat.of().formatHex(payload.bytes())).isEqualTo("0000000000000102");
    }
}
