package dev.startide.app.service;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this process has opened. Closed once, the last opened first: at its end, or when the
/// process is told to stop, which then waits for it.
public final class Lifetime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private Lifetime() {}

    /// A lifetime that ends when the process gets SIGTERM or SIGINT at the latest.
    public static Lifetime ofProcess() {
        Lifetime lifetime = new Lifetime();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("startide-stop").unstarted(lifetime::close));
        return lifetime;
    }

    /// Adds something to close before everything that was opened until now.
    public synchronized <T extends AutoCloseable> T keep(T closeable) {
        opened.push(closeable);
        return closeable;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (Exception failure) {
                LOG.warn("Could not close {} in order", next.getClass().getSimpleName(), failure);
            }
        }
    }
}
