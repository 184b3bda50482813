package dev.startide.dev.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between clients and a PostgreSQL, and is a bad network when it is told to be one: slow, narrow, silent, cut
/// off, or cut off just when a transaction commits.
///
/// It answers requests for encryption with "no", so that it can read along. Safe for use by many threads.
public final class FaultProxy implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket door;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final Ambush ambush = new Ambush();
    private volatile Weather weather = Weather.FAIR;

    private FaultProxy(InetSocketAddress server, ServerSocket door) {
        this.server = server;
        this.door = door;
    }

    /// A proxy on a free port of the loopback interface.
    ///
    /// @param jdbcUrl of a database, as `jdbc:postgresql://host:port/name`
    public static FaultProxy before(String jdbcUrl) {
        try {
            ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            FaultProxy proxy = new FaultProxy(JdbcAddress.of(jdbcUrl), door);
            Thread.ofVirtual().name("fault-proxy").start(proxy::receive);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException("The proxy could not be opened", failure);
        }
    }

    /// The same database, by way of the proxy.
    public String jdbcUrl(String direct) {
        return JdbcAddress.moved(direct, door.getLocalPort());
    }

    /// What the server says comes later by this.
    public void delay(Duration latency) {
        weather = new Weather(latency, 0, false);
    }

    /// No more bytes than these go through each connection in a second, each way.
    public void throttle(int bytesPerSecond) {
        weather = new Weather(Duration.ZERO, bytesPerSecond, false);
    }

    /// Nothing goes through any more, and nobody is told: connections stay open, new ones are accepted.
    public void swallow() {
        weather = new Weather(Duration.ZERO, 0, true);
    }

    /// Everything goes through again. Connections that something was lost of are reset.
    public void clear() {
        weather = Weather.FAIR;
        sessions.stream().filter(Session::hasLost).forEach(Session::cut);
    }

    /// Cuts all connections off without a farewell. New ones are welcome.
    public void reset() {
        sessions.forEach(Session::cut);
    }

    /// Cuts connections off before the server hears the commit, so many times.
    ///
    /// @param saying what must have been said in the transaction, in lower case
    public void cutBeforeCommit(String saying, int times) {
        ambush.lay(new Ambush.Plan(Ambush.Side.BEFORE_COMMIT, saying, () -> {}, true), times);
    }

    /// Cuts connections off when the server has committed, before the client hears of it, so many times.
    ///
    /// @param saying what must have been said in the transaction, in lower case
    public void cutAfterCommit(String saying, int times) {
        ambush.lay(new Ambush.Plan(Ambush.Side.AFTER_COMMIT, saying, () -> {}, true), times);
    }

    /// Does something before the server hears the commit, so many times; then lets it hear.
    ///
    /// @param saying what must have been said in the transaction, in lower case
    public void beforeCommit(String saying, Runnable action, int times) {
        ambush.lay(new Ambush.Plan(Ambush.Side.BEFORE_COMMIT, saying, action, false), times);
    }

    /// How many of the plans to cut or to act at a commit wait for one.
    public int planned() {
        return ambush.planned();
    }

    /// Whether something was lost of a connection that is still open.
    public boolean hasLost() {
        return sessions.stream().anyMatch(Session::hasLost);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The proxy could not be closed", failure);
        }
        reset();
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Session session = new Session(client, ambush, () -> weather, sessions::remove);
                sessions.add(session);
                Thread.ofVirtual().name("fault-proxy-client").start(() -> session.run(server));
            } catch (SocketException closed) {
                return;
            } catch (IOException failure) {
                throw new UncheckedIOException("The proxy broke off", failure);
            }
        }
    }
}
