package dev.startide.dev.broker;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/// The ports of a data directory: the same as last time where they are still free.
///
/// A client that lost its server to a restart finds it again at the same address. Ports are taken from below the range
/// that operating systems give to outgoing connections, so that they are rarely lost to one. Used by one thread.
public final class RememberedPorts {

    private static final String FILE = "ports.properties";
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    /// Enough for a machine that runs hundreds of servers; more failures than this mean something else is wrong.
    private static final int MAX_ATTEMPTS = 200;

    private final Path file;
    private final Properties ports = new Properties();

    private RememberedPorts(Path file) {
        this.file = file;
    }

    /// Reads the ports of the directory, if it has any.
    public static RememberedPorts of(Path directory) {
        RememberedPorts remembered = new RememberedPorts(directory.resolve(FILE));
        if (Files.exists(remembered.file)) {
            try (Reader reader = Files.newBufferedReader(remembered.file)) {
                remembered.ports.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot read " + remembered.file, failure);
            }
        }
        return remembered;
    }

    /// Whether nothing listens at the port of the loopback address.
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// The port of that name: the remembered one where it is free, another one where it is not.
    public int preferred(String name) {
        int last = last(name);
        return last > 0 && isFree(last) ? last : remember(name, anyFree());
    }

    /// The port of that name, which never changes once it is chosen, whether it is free or not.
    public int fixed(String name) {
        int last = last(name);
        return last > 0 ? last : remember(name, anyFree());
    }

    private int last(String name) {
        try {
            return Integer.parseInt(ports.getProperty(name, "0"));
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    private int anyFree() {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!ports.containsValue(Integer.toString(candidate)) && isFree(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("No free port between %d and %d".formatted(LOWEST, HIGHEST));
    }

    private int remember(String name, int port) {
        ports.setProperty(name, Integer.toString(port));
        try (Writer writer = Files.newBufferedWriter(file)) {
            ports.store(writer, null);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
        return port;
    }
}
