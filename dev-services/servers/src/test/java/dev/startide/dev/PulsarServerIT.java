package dev.startide.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulsarServerIT {

    private static final long LIMIT_SECONDS = 60;

    @TempDir
    private Path directory;

    @Test
    void answersItsAdminApi() throws Exception {
        // Given
        try (PulsarServer server = PulsarServer.start(directory)) {

            // When
            String clusters = new AdminApi(server.adminUrl()).fetch("/admin/v2/clusters");

            // Then
            assertThat(clusters).isEqualTo("[\"standalone\"]");
        }
    }

    @Test
    void keepsMessagesAndAddressesOverAKill() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("kept");
        String serviceUrl;
        try (PulsarServer server = PulsarServer.start(directory)) {
            serviceUrl = server.serviceUrl();
            AdminApi admin = new AdminApi(server.adminUrl());
            admin.create(topic);
            admin.publish(topic, "still here");
            server.process().destroyForcibly();
        }

        // When
        try (PulsarServer server = PulsarServer.start(directory)) {

            // Then
            assertThat(new AdminApi(server.adminUrl()).earliestMessage(topic)).contains("still here");
            assertThat(server.serviceUrl()).isEqualTo(serviceUrl);
        }
    }

    @Test
    void doesNotOutliveAJvmThatWasKilled() throws Exception {
        try (ServicesProcess services = ServicesProcess.start(directory)) {
            // When
            services.kill();

            // Then
            assertThat(services.descendants())
                    .isNotEmpty()
                    .allSatisfy(descendant ->
                            assertThat(descendant.onExit()).succeedsWithin(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
    }

    @Test
    void stopsInOrderWhenStandardInputEnds() throws Exception {
        try (ServicesProcess services = ServicesProcess.start(directory)) {
            // When
            int status = services.endInput();

            // Then
            assertThat(status).isZero();
            assertThat(services.descendants()).noneMatch(ProcessHandle::isAlive);
        }
    }
}
