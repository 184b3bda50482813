package dev.startide.app.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java program in a process of its own, with the class path of its module.
///
/// @param module the module's folder below the checkout
/// @param mainClass the class to start
/// @param memory the most heap it may use, as `-Xmx` takes it
record ChildJvm(Path module, String mainClass, String memory) {

    /// Set by the launcher.
    private static final String HOME = "startide.home";

    /// Ctrl-C reaches every process of a terminal. The children are to end after this one, in
    /// order, so they ignore it.
    private static final String UNDISTURBED = "trap '' INT; exec \"$@\"";

    /// Starts the program.
    ///
    /// @param log where its standard error goes
    Process start(Path log, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", UNDISTURBED, "sh", java()));
        line.addAll(List.of("-Xmx" + memory, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        line.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp", classPath(), mainClass));
        line.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String classPath() throws IOException {
        Path target = home().resolve(module).resolve("target");
        try (var files = Files.list(target)) {
            String jar = files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "%s was not built. Start the demo with ./startide demo, which builds it."
                                    .formatted(module)));
            return jar + File.pathSeparator + target.resolve("lib") + File.separator + "*";
        }
    }

    static Path home() {
        return Path.of(System.getProperty(HOME, ""));
    }
}
