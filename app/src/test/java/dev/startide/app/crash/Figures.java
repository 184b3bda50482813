package dev.startide.app.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/// What was measured, in `target/recovery.csv`.
final class Figures {

    private Figures() {}

    static void note(String what, double seconds) throws IOException {
        Files.write(
                Path.of("target", "recovery.csv"),
                List.of(String.format(Locale.ROOT, "%s;%.1f s", what, seconds)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
