package dev.startide.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.pulsar.PulsarContainer;
import org.testcontainers.utility.DockerImageName;

/// The Pulsar of this test JVM, found or started at its first use.
///
/// In this order: the broker named by `STARTIDE_TEST_PULSAR_URL` and `STARTIDE_TEST_PULSAR_ADMIN_URL` (or the system
/// properties `startide.test.pulsar.url` and `startide.test.pulsar.admin.url`), a container where Docker answers, an
/// embedded broker in a temporary directory. A test keeps to topics of its own. Safe for use by many threads.
public final class TestPulsar {

    private static final String IMAGE = "apachepulsar/pulsar:4.2.4";
    private static final String NAMESPACE = "public/default";
    private static final Duration ADMIN_LIMIT = Duration.ofSeconds(30);
    private static final int SUCCESS_CLASS = 2;

    private static @Nullable Broker broker;

    private record Broker(String serviceUrl, String adminUrl) {}

    private TestPulsar() {}

    /// Where clients connect.
    public static String serviceUrl() {
        return broker().serviceUrl();
    }

    /// The root of the admin API, without a slash at its end.
    public static String adminUrl() {
        return broker().adminUrl();
    }

    /// The full name of a topic that nobody else uses. The topic itself is created by its first client.
    ///
    /// @param name how the name begins; letters, digits and hyphens
    public static String freshTopic(String name) {
        return "persistent://" + NAMESPACE + "/" + name + "-" + UUID.randomUUID();
    }

    /// Creates a partitioned topic that nobody else uses, and returns its full name.
    ///
    /// @param name how the name begins; letters, digits and hyphens
    public static String freshPartitionedTopic(String name, int partitions) {
        String topic = freshTopic(name);
        String path = "/admin/v2/" + topic.replace("://", "/") + "/partitions";
        HttpRequest request = HttpRequest.newBuilder(URI.create(adminUrl() + path))
                .header("Content-Type", "application/json")
                .timeout(ADMIN_LIMIT)
                .PUT(HttpRequest.BodyPublishers.ofString(Integer.toString(partitions)))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() / 100 != SUCCESS_CLASS) {
            throw new DevServerException(
                    "Pulsar refused to create %s: %d %s".formatted(topic, response.statusCode(), response.body()),
                    "Check the rights of the admin URL " + adminUrl());
        }
        return topic;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new DevServerException(
                    "Pulsar's admin API does not answer at " + request.uri(), "Check the broker's log", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DevServerException("A request to Pulsar was interrupted", "Start again", interrupted);
        }
    }

    private static synchronized Broker broker() {
        if (broker == null) {
            broker = resolve();
        }
        return broker;
    }

    private static Broker resolve() {
        if (TestSetting.find("startide.test.pulsar.url").isPresent()) {
            return new Broker(
                    TestSetting.require("startide.test.pulsar.url"),
                    TestSetting.require("startide.test.pulsar.admin.url").replaceFirst("/$", ""));
        }
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    /// Removed by Testcontainers after the end of the JVM.
    @SuppressWarnings("resource")
    private static Broker container() {
        PulsarContainer container = new PulsarContainer(DockerImageName.parse(IMAGE)).withTransactions();
        container.start();
        return new Broker(container.getPulsarBrokerUrl(), container.getHttpServiceUrl());
    }

    private static Broker embedded() {
        Path directory = DataDirectory.temporary("startide-pulsar-");
        PulsarServer server = PulsarServer.start(directory);
        Thread stop = new Thread(
                () -> {
                    server.close();
                    DataDirectory.discard(directory);
                },
                "test-pulsar-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        return new Broker(server.serviceUrl(), server.adminUrl());
    }
}
