package dev.startide.adapter.outbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.AuthenticationFactory;
import org.apache.pulsar.client.api.ClientBuilder;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;

/// The broker that the sources read from, and how to log in there: the settings of `startide.pulsar`.
@Singleton
final class BrokerAddress {

    private final String serviceUrl;
    private final String token;
    private final String tokenFile;
    private final String trustCerts;

    BrokerAddress(
            @Value("${startide.pulsar.service-url:`pulsar://localhost:6650`}") String serviceUrl,
            @Value("${startide.pulsar.auth-token:}") String token,
            @Value("${startide.pulsar.auth-token-file:}") String tokenFile,
            @Value("${startide.pulsar.tls-trust-certs:}") String trustCerts) {
        this.serviceUrl = serviceUrl;
        this.token = token;
        this.tokenFile = tokenFile;
        this.trustCerts = trustCerts;
    }

    /// A client. Making it connects to nothing.
    ///
    /// @param timeout for what the client asks of the broker
    PulsarClient connect(Duration timeout) {
        try {
            ClientBuilder builder = PulsarClient.builder()
                    .serviceUrl(serviceUrl)
                    .enableTlsHostnameVerification(true)
                    .operationTimeout(Math.toIntExact(timeout.toMillis()), TimeUnit.MILLISECONDS)
                    .lookupTimeout(Math.toIntExact(timeout.toMillis()), TimeUnit.MILLISECONDS);
            if (!token.isBlank()) {
                builder.authentication(AuthenticationFactory.token(token));
            } else if (!tokenFile.isBlank()) {
                builder.authentication(AuthenticationFactory.token(() -> read(Path.of(tokenFile))));
            }
            if (!trustCerts.isBlank()) {
                builder.tlsTrustCertsFilePath(trustCerts);
            }
            return builder.build();
        } catch (PulsarClientException | IllegalArgumentException | ArithmeticException unusable) {
            throw StartideException.because(
                    FailureCode.SOURCE_UNAVAILABLE,
                    "The settings of Pulsar cannot be used; check startide.pulsar.service-url and its neighbours",
                    unusable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of startide.pulsar.auth-token-file cannot be read", unreadable);
        }
    }
}
