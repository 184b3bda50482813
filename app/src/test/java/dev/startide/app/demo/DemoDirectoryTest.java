package dev.startide.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void discardsWhatAnEarlierDemoHasLeft() throws IOException {
        // Given
        DemoDirectory directory = DemoDirectory.openOwn(folder);
        Files.createDirectories(folder.resolve("postgres/base"));
        Files.writeString(folder.resolve("postgres/base/1"), "rows", UTF_8);

        // When
        directory.discard();

        // Then
        assertThat(folder.resolve("postgres")).doesNotExist();
        assertThat(DemoDirectory.openOwn(folder).folder()).exists();
    }

    @Test
    void refusesToBeginAnewInAFolderOfOthers() throws IOException {
        // Given
        Path foreign = Files.writeString(folder.resolve("thesis.txt"), "years of work", UTF_8);

        // When
        assertThatThrownBy(() -> DemoDirectory.openOwn(folder))

                // Then
                .isInstanceOf(DirectoryNotEmptyException.class);
        assertThat(foreign).exists();
    }

    @Test
    void belongsToOneDemoAtATime() throws IOException {
        // Given
        try (DemoLock running = DemoLock.take(folder)) {

            // When
            assertThatThrownBy(() -> DemoLock.take(folder))

                    // Then
                    .hasMessageContaining("Another demo is running on " + folder);
            assertThat(running).isNotNull();
        }
    }

    @Test
    void isFreeAgainWhenTheDemoHasEnded() throws IOException {
        // Given
        DemoLock.take(folder).close();

        // When
        DemoLock next = DemoLock.take(folder);

        // Then
        assertThat(folder.resolve(DemoLock.FILE)).exists();
        next.close();
    }
}
