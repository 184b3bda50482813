package dev.startide.adapter.outbound.postgres.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.testkit.everything.Everything;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a model means is compared between processes, so that it must not depend on one: the order of
/// unmodifiable sets and maps, for one, differs from each JVM to the next.
class ModelMeaningTest {

    private static final int PROCESSES = 4;

    @Test
    void isTheSameInEachProcess() throws Exception {
        // When
        Set<String> said = new HashSet<>();
        for (int process = 0; process < PROCESSES; process++) {
            said.add(saidByAnother());
        }

        // Then
        assertThat(said).containsExactly(ModelMeaning.of(Everything.MODEL).toString());
    }

    private static String saidByAnother() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Another.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return said;
    }

    /// Another process with the same model.
    static final class Another {

        private Another() {}

        public static void main(String... arguments) {
            System.out.println(ModelMeaning.of(Everything.MODEL));
        }
    }
}
