package dev.startide.adapter.inbound.pulsar;

import static dev.startide.adapter.inbound.pulsar.PulsarBench.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.dev.PulsarServer;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import org.apache.pulsar.client.api.PulsarClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker with a certificate of its own making, which names another host.
class PulsarTlsIT {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String TOPIC = "persistent://public/default/tls";

    @TempDir
    private static Path directory;

    private static Path certificate;
    private static PulsarServer server;
    private static int port;

    @BeforeAll
    static void startBroker() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        makeCertificate("elsewhere.example");
        port = freePort();
        Files.writeString(data.resolve("own.conf"), """
                brokerServicePortTls=%d
                tlsCertificateFilePath=%s
                tlsKeyFilePath=%s
                """.formatted(port, certificate, key));
        server = PulsarServer.start(data);
    }

    @AfterAll
    static void stopBroker() {
        server.close();
    }

    @Test
    void readsNothingFromABrokerThatNamesAnotherHost() throws Exception {
        // Given
        try (PulsarBench bench = new PulsarBench(server.serviceUrl())) {
            bench.send(TOPIC, 0, 10);

            // When
            var running = bench.start(source(TOPIC, PayloadFormat.JSON), trusting(certificate));

            // Then
            Eventually.until(
                    "it waits",
                    () -> running.health() instanceof Health.Waiting(var reason)
                            && reason.contains("cannot be read from Pulsar"));
            assertThat(partitionsWithoutLookingAtTheName(certificate))
                    .as("the name is all that is wrong")
                    .isEqualTo(1);
            assertThat(bench.events()).isEmpty();
        }
    }

    private static int partitionsWithoutLookingAtTheName(Path trusted) throws Exception {
        try (PulsarClient client = PulsarClient.builder()
                .serviceUrl("pulsar+ssl://localhost:" + port)
                .tlsTrustCertsFilePath(trusted.toString())
                .enableTlsHostnameVerification(false)
                .build()) {
            return client.getPartitionsForTopic(TOPIC, false).join().size();
        }
    }

    private static PulsarConfig trusting(Path authorities) {
        PulsarConfig plain = PulsarBench.config("pulsar+ssl://localhost:" + port, 100);
        return new PulsarConfig(
                plain.serviceUrl(),
                null,
                null,
                authorities.toString(),
                plain.operationTimeout(),
                plain.receiverQueueSize(),
                plain.maxQueuedBytes(),
                plain.batchMaxEvents(),
                plain.batchMaxBytes(),
                plain.batchMaxWait(),
                plain.partitionsInterval(),
                plain.idleCheckInterval(),
                plain.retryMaxWait(),
                null,
                plain.policiesInterval(),
                plain.lossyPolicies(),
                plain.gaps(),
                null);
    }

    private static void makeCertificate(String host) throws Exception {
        Path store = directory.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=broker",
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(store)) {
            keys.load(stored, PASSWORD);
        }
        Map.of(
                        certificate,
                        pem("CERTIFICATE", keys.getCertificate("broker").getEncoded()),
                        directory.resolve("key.pem"),
                        pem("PRIVATE KEY", keys.getKey("broker", PASSWORD).getEncoded()))
                .forEach(PulsarTlsIT::write);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(encoded));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
