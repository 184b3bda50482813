package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.testkit.Await;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.Source;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An adapter in a jar that the product does not know: the sample in `samples/custom-adapter`, as
/// `samples/stand-alone` has had it built in its phase `integration-test`.
class CustomAdapterIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAR =
            ROOT.resolve("samples/stand-alone/target/custom-adapter/target/startide-folder-1.0.0.jar");

    private static final String SWITCH = "startide.adapters.folder.enabled";
    private static final String MODEL = """
            version: 1
            name: spool
            sources:
              orders: { folder: { path: inbox } }
            events:
              order_placed:
                source: orders
                time: placed_at
                fields: { order_id: text, placed_at: timestamptz }
            entities:
              order: { from: order_placed, key: order_id }
            """;

    @TempDir
    private Path directory;

    private Path plugins;

    @BeforeEach
    void installJar() throws IOException {
        plugins = Files.createDirectory(directory.resolve("plugins"));
        Files.copy(JAR, plugins.resolve(JAR.getFileName()));
        Files.writeString(directory.resolve("warehouse.yaml"), MODEL);
    }

    @Test
    void addsItsKindToModels() throws Exception {
        // When
        Answer answer = validate(Map.of("STARTIDE_ADAPTERS_FOLDER_ENABLED", "true"));

        // Then
        assertThat(answer.exitCode()).as(answer.output()).isZero();
    }

    @Test
    void changesNothingUnlessItIsSwitchedOn() throws Exception {
        // When
        Answer answer = validate(Map.of());

        // Then
        assertThat(answer.exitCode()).as(answer.output()).isEqualTo(3);
        assertThat(answer.output()).contains("warehouse.yaml:4:").contains("there is no kind of source 'folder'");
    }

    @Test
    void readsItsSourcesAmongTheBeansOfTheProduct() throws Exception {
        // Given
        Path inbox = Files.createDirectory(directory.resolve("inbox"));
        Files.writeString(inbox.resolve("1.ndjson"), "1\n2\n");
        Source source = SourceBuilder.aSource("orders")
                .ofKind("folder")
                .with(Map.of("path", inbox.toString()))
                .build();
        RecordingIngest ingest = new RecordingIngest(source);

        try (var loader = new URLClassLoader(
                        new URL[] {JAR.toUri().toURL()}, getClass().getClassLoader());
                var context = ApplicationContext.builder(loader)
                        .properties(Map.of(SWITCH, "true"))
                        .start()) {
            EventSource adapter = context.getBeansOfType(EventSource.class).stream()
                    .filter(one -> one.kind().equals("folder"))
                    .findFirst()
                    .orElseThrow();

            // When
            try (var _ = adapter.start(source, ingest)) {
                // Then
                Await.until(
                        "both lines are logged",
                        () -> ingest.events(source.name()).size() == 2);
            }
        }
    }

    /// What a command said and how it ended.
    private record Answer(int exitCode, String output) {}

    /// Calls the launcher as a user would.
    private Answer validate(Map<String, String> settings) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        var command = new ProcessBuilder(
                        ROOT.resolve("startide").toString(), "validate", "--plugins", plugins.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().put("STARTIDE_BUILD", "never");
        command.environment().putAll(settings);
        Process process = command.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended in time").isTrue();
        return new Answer(process.exitValue(), Files.readString(output));
    }
}
