package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// What is asked of Pulsar's admin API: how topics are set up. Nothing is ever changed.
///
/// The API is a few documents over HTTP; Pulsar's own client for it weighs as much as the rest of
/// the program. Safe for use by many threads.
final class PulsarAdmin {

    private static final int NOT_FOUND = 404;
    private static final int NO_CONTENT = 204;
    private static final int OK = 200;

    private final PulsarConfig config;
    private final String url;

    /// @param url where the API is, without a slash at its end
    PulsarAdmin(PulsarConfig config, String url) {
        this.config = config;
        this.url = url;
    }

    /// What is said of a topic, such as `messageTTL?applied=true`; nothing if the broker has nothing
    /// to say.
    ///
    /// @throws StartideException `SOURCE_UNAVAILABLE` if there is no answer
    AdminJson ofTopic(String topic, String what) {
        String path = topic.substring("persistent://".length());
        int name = path.lastIndexOf('/') + 1;
        String encoded = URLEncoder.encode(path.substring(name), StandardCharsets.UTF_8);
        return ask("persistent/%s%s/%s".formatted(path.substring(0, name), encoded, what));
    }

    /// What is said of the namespace of a topic.
    ///
    /// @throws StartideException `SOURCE_UNAVAILABLE` if there is no answer
    AdminJson ofNamespace(String topic, String what) {
        String path = topic.substring("persistent://".length());
        return ask("namespaces/%s/%s".formatted(path.substring(0, path.lastIndexOf('/')), what));
    }

    private AdminJson ask(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("%s/admin/v2/%s".formatted(url, path)))
                .timeout(config.operationTimeout());
        String token = token();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = client()) {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return answer(response.statusCode(), body);
            }
        } catch (IOException | GeneralSecurityException failure) {
            throw unavailable(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable("the question was interrupted");
        }
    }

    private AdminJson answer(int status, InputStream body) throws IOException {
        return switch (status) {
            case OK -> AdminJson.read(body);
            case NO_CONTENT, NOT_FOUND -> new AdminJson(null);
            default -> throw unavailable("it answered with status %d".formatted(status));
        };
    }

    private StartideException unavailable(String why) {
        return StartideException.because(
                FailureCode.SOURCE_UNAVAILABLE,
                "Pulsar's admin API at %s cannot be asked; check startide.pulsar.admin-url and that the token may read policies: %s"
                        .formatted(url, why));
    }

    private @Nullable String token() {
        String file = config.authTokenFile();
        return file == null ? config.authToken() : PulsarConnection.read(Path.of(file));
    }

    private HttpClient client() throws IOException, GeneralSecurityException {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(config.operationTimeout());
        String trusted = config.tlsTrustCerts();
        return trusted == null
                ? builder.build()
                : builder.sslContext(trusting(Path.of(trusted))).build();
    }

    /// As with the broker: these authorities, and no others.
    private static SSLContext trusting(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(authorities)) {
            int number = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + number++, authority);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
