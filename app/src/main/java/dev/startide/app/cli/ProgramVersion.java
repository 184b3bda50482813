package dev.startide.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that was built.
final class ProgramVersion implements IVersionProvider {

    private static final String RESOURCE = "/META-INF/startide/build.properties";

    @Override
    public String[] getVersion() {
        return new String[] {"startide " + version(), "Java " + Runtime.version()};
    }

    static String version() {
        try (InputStream resource = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The build left out " + RESOURCE);
            }
            Properties properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
