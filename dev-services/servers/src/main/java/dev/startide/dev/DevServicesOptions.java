package dev.startide.dev;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the servers' program was asked for.
///
/// @param data the directory below which each server keeps its data
/// @param pulsar whether a broker is wanted
/// @param postgresPort where PostgreSQL listens; `0` for the port of the last start, or any free one
record DevServicesOptions(Path data, boolean pulsar, int postgresPort) {

    static final String USAGE = "Usage: DevServices --data DIR [--no-pulsar] [--postgres-port PORT]";

    private static final int HIGHEST_PORT = 65_535;

    /// Reads the arguments.
    ///
    /// @throws IllegalArgumentException with a message for the user when they are wrong
    static DevServicesOptions parse(String... arguments) {
        @Nullable Path data = null;
        boolean pulsar = true;
        int port = 0;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = Path.of(value(option, rest));
                case "--no-pulsar" -> pulsar = false;
                case "--postgres-port" -> port = port(value(option, rest));
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        if (data == null) {
            throw new IllegalArgumentException("The data directory is missing");
        }
        return new DevServicesOptions(data.toAbsolutePath(), pulsar, port);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("Not a port: " + text, notANumber);
        }
        throw new IllegalArgumentException("Not a port: " + text);
    }
}
