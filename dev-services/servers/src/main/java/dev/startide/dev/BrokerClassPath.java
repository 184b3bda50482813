package dev.startide.dev;

import dev.startide.dev.broker.BrokerMain;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// What the broker's JVM runs on.
///
/// The broker's module brings its own classes and, as a resource, the list of the jars it was built with. A packaged
/// distribution names a directory of jars instead.
final class BrokerClassPath {

    /// Names a directory that holds the broker's jars.
    static final String PROPERTY = "startide.dev.broker.lib";

    private static final String LIST = "/META-INF/startide/broker.classpath";

    private BrokerClassPath() {}

    /// The class path in the form of the `java` command.
    ///
    /// @throws DevServerException when jars are missing
    static String find() {
        String libraries = Optional.ofNullable(System.getProperty(PROPERTY))
                .map(BrokerClassPath::allJarsOf)
                .orElseGet(BrokerClassPath::listedJars);
        return ownClasses() + File.pathSeparator + libraries;
    }

    private static String allJarsOf(String directory) {
        if (!Files.isDirectory(Path.of(directory))) {
            throw new DevServerException(
                    "The broker's libraries are not in " + directory,
                    "Build with: mvn package -pl dev-services/broker -am");
        }
        return directory + File.separator + "*";
    }

    private static String listedJars() {
        try (InputStream list = BrokerMain.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new DevServerException(
                        "The list of the broker's libraries is missing",
                        "Build with Maven once: mvn process-resources -pl dev-services/broker -am");
            }
            String jars = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
            requireAll(jars);
            return jars;
        } catch (IOException failure) {
            throw new DevServerException("The list of the broker's libraries is unreadable", "Build again", failure);
        }
    }

    private static void requireAll(String jars) {
        Arrays.stream(jars.split(File.pathSeparator, -1))
                .filter(jar -> Files.notExists(Path.of(jar)))
                .findFirst()
                .ifPresent(missing -> {
                    throw new DevServerException(
                            "A library of the broker is missing: " + missing,
                            "Build again with Maven: mvn process-resources -pl dev-services/broker -am");
                });
    }

    private static Path ownClasses() {
        try {
            return Path.of(BrokerMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
