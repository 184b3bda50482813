package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.AuthenticationFactory;
import org.apache.pulsar.client.api.ClientBuilder;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SizeUnit;
import org.jspecify.annotations.Nullable;

/// The one Pulsar client of this process, made when a source first needs it. Safe for use by many
/// threads.
@Singleton
final class PulsarConnection {

    private final PulsarConfig config;

    private @Nullable PulsarClient client;

    PulsarConnection(PulsarConfig config) {
        this.config = config;
    }

    /// The client. Making it connects to nothing.
    ///
    /// @throws StartideException `SETTING_INVALID` if the settings cannot be used
    synchronized PulsarClient client() {
        if (client == null) {
            client = build();
        }
        return client;
    }

    private PulsarClient build() {
        try {
            int timeout = Math.toIntExact(config.operationTimeout().toMillis());
            ClientBuilder builder = PulsarClient.builder()
                    .serviceUrl(config.serviceUrl())
                    .enableTlsHostnameVerification(true)
                    .operationTimeout(timeout, TimeUnit.MILLISECONDS)
                    .lookupTimeout(timeout, TimeUnit.MILLISECONDS)
                    .maxBackoffInterval(config.retryMaxWait().toMillis(), TimeUnit.MILLISECONDS)
                    .memoryLimit(config.maxQueuedBytes(), SizeUnit.BYTES);
            logIn(builder);
            String trustCerts = config.tlsTrustCerts();
            if (trustCerts != null) {
                builder.tlsTrustCertsFilePath(trustCerts);
            }
            return builder.build();
        } catch (PulsarClientException | IllegalArgumentException | ArithmeticException unusable) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID,
                    "The settings of Pulsar cannot be used; check startide.pulsar.service-url and its neighbours: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    private void logIn(ClientBuilder builder) {
        String token = config.authToken();
        String file = config.authTokenFile();
        if (token != null) {
            builder.authentication(AuthenticationFactory.token(token));
        } else if (file != null) {
            builder.authentication(AuthenticationFactory.token(() -> read(Path.of(file))));
        }
    }

    static String read(Path tokenFile) {
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of startide.pulsar.auth-token-file cannot be read", unreadable);
        }
    }

    @PreDestroy
    synchronized void close() throws PulsarClientException {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
