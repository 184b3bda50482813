package com.example.startide.folder;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.port.inbound.EventSource.Running;
import dev.startide.domain.testkit.Await;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.domain.testkit.memory.RecordingIngest.Fault;
import dev.startide.warehouse.mapping.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is special about folders; the contract says the rest.
class FolderSourceTest {

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    @TempDir
    private Path directory;

    private Inbox inbox;
    private Source source;
    private RecordingIngest ingest;
    private Running running;

    @BeforeEach
    void keepFiles() {
        inbox = Inbox.in(directory);
        use("true");
    }

    @AfterEach
    void close() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void readsFilesInTheOrderOfTheirNames() {
        // Given
        inbox.moveIn("2.ndjson", "3\n");
        inbox.moveIn("1.ndjson", "1\n2\n");

        // When
        start();

        // Then
        awaitContents("1", "2", "3");
        assertThat(inbox.names("")).containsExactly("1.ndjson", "2.ndjson");
    }

    @Test
    void saysWhichFileAnEventCameInAndWhen() {
        // Given
        inbox.moveIn("1.ndjson", "1\n");

        // When
        start();

        // Then
        awaitContents("1");
        IncomingEvent event = ingest.events(source.name()).getFirst();
        assertThat(event.headers()).containsExactly(Map.entry("file", "1.ndjson"));
        assertThat(event.arrivedAt()).isEqualTo(NOW);
        assertThat(event.identity()).isEqualTo(new IncomingEvent.Identity.InContent());
    }

    @Test
    void keepsLinesAsTheyAreAndLeavesOutBlankOnes() {
        // Given
        inbox.moveIn("1.ndjson", " {\"a\": 1.50} \n\n  \r\nno json\nlast without end");

        // When
        start();

        // Then
        awaitContents(" {\"a\": 1.50} ", "no json", "last without end");
    }

    @Test
    void leavesAloneWhatIsNoFileOfEvents() throws IOException {
        // Given
        inbox.moveIn("1.ndjson.part", "unfinished");
        Files.createDirectory(inbox.path().resolve("2.ndjson"));
        inbox.moveIn("3.ndjson", "3\n");

        // When
        start();

        // Then
        awaitContents("3");
    }

    @Test
    void goesOnWithinAFileInBatchesThatAreBounded() {
        // Given
        String[] lines = IntStream.range(0, 3 * BatchReader.MAX_EVENTS + 1)
                .mapToObj("%06d"::formatted)
                .toArray(String[]::new);
        inbox.moveIn("1.ndjson", List.of(lines).stream().collect(joining("\n")));
        ingest.failNext(Fault.AFTER_COMMIT, Fault.BEFORE_COMMIT, Fault.FENCED, Fault.AFTER_COMMIT);

        // When
        start();

        // Then
        awaitContents(lines);
        assertThat(ingest.batchSizes()).hasSize(4).allMatch(size -> size <= BatchReader.MAX_EVENTS);
    }

    @Test
    void movesFilesAwayWhenTheyNeedNotBeKept() {
        // Given
        use("false");
        inbox.moveIn("1.ndjson", "1\n");
        inbox.moveIn("2.ndjson", "\n");

        // When
        start();

        // Then
        Await.until("the files are moved away", () -> inbox.names("").equals(List.of("done")));
        awaitContents("1");
        assertThat(inbox.names("done")).containsExactly("1.ndjson", "2.ndjson");
    }

    @Test
    void readsAFileThatCameLateIfReadOnesAreMovedAway() {
        // Given
        use("false");
        inbox.moveIn("2.ndjson", "2\n");
        start();
        awaitContents("2");

        // When
        inbox.moveIn("1.ndjson", "1\n");

        // Then
        awaitContents("2", "1");
    }

    @Test
    void replacesNothingThatWasMovedAway() throws IOException {
        // Given
        use("false");
        Path older = Files.createDirectory(inbox.path().resolve("done")).resolve("1.ndjson");
        Files.writeString(older, "older");
        inbox.moveIn("1.ndjson", "1\n");

        // When
        start();

        // Then
        awaitWaiting("move it away");
        awaitContents("1");
        assertThat(older).hasContent("older");
    }

    @Test
    void saysThatAFolderIsMissing() {
        // Given
        inbox.hide();

        // When
        start();

        // Then
        awaitWaiting("create it");
    }

    @Test
    void givesUpWhatTheModelDoesNotKnow() {
        // Given
        ingest = new RecordingIngest();

        // When
        start();

        // Then
        Await.until("the source is stopped", () -> running.health() instanceof Health.Stopped);
    }

    private void use(String keep) {
        Map<String, String> options = Map.of("path", inbox.path().toString(), "poll", "5ms", "keep", keep);
        source = SourceBuilder.aSource("orders").ofKind("folder").with(options).build();
        ingest = new RecordingIngest(source);
    }

    private void start() {
        running = new FolderSource(InstantSource.fixed(NOW)).start(source, ingest);
    }

    private void awaitWaiting(String remedy) {
        Await.until(
                "the source waits until someone can '%s'".formatted(remedy),
                () -> running.health() instanceof Health.Waiting(var reason) && reason.contains(remedy));
    }

    /// Waits for as many events, which shows their order, too, and that none came twice.
    private void awaitContents(String... expected) {
        Await.until(
                "%d events are logged".formatted(expected.length),
                () -> contents().size() >= expected.length);
        assertThat(contents()).containsExactly(expected);
    }

    private List<String> contents() {
        return ingest.events(source.name()).stream()
                .map(event -> new String(event.payload().bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
