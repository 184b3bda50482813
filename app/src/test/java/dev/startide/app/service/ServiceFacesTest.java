package dev.startide.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.wiring.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFacesTest {

    private static final String MODEL = """
            version: 1
            name: numbers
            sources:
              first:  { early: {} }
              second: { http: { path: /events/second } }
            events:
              counted: { source: second, time: at, fields: { n: bigint, at: timestamptz } }
            entities:
              number: { from: counted, key: n }
            """;

    @TempDir
    private Path folder;

    @Test
    void tellsNobodyThatThereIsNoSourceBecauseItIsNotOpenYet() throws Exception {
        // Given
        int port = freePort();
        try (Session session = Session.open(
                Map.of(
                        "startide.model",
                        Files.writeString(folder.resolve("warehouse.yaml"), MODEL)
                                .toString(),
                        "startide.database.url",
                        "jdbc:postgresql://127.0.0.1:%d/none".formatted(freePort()),
                        "startide.database.user",
                        "nobody",
                        "startide.database.password",
                        "none",
                        "startide.server.port",
                        port,
                        "startide.management.port",
                        freePort(),
                        "startide.service.stop-within",
                        "1s",
                        EarlySender.TO,
                        "http://127.0.0.1:%d/events/second".formatted(port)),
                Optional.empty(),
                "ERROR")) {
            ServiceFaces faces = session.bean(ServiceFaces.class);
            EarlySender early = session.bean(EarlySender.class);

            // When
            try (faces) {
                faces.start();
            }

            // Then
            assertThat(early.answer()).isEqualTo("nobody listens");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
