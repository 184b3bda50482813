package dev.startide.dev.proxy;

import dev.startide.dev.proxy.Ambush.Side;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One connection that goes through the proxy: two threads, one for each way.
final class Session {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int CANCEL_REQUEST = 80877102;
    private static final char COMMAND_COMPLETE = 'C';

    private final Socket client;
    private final Socket server = new Socket();
    private final Ambush ambush;
    private final Supplier<Weather> weather;
    private final Consumer<Session> atEnd;
    private final Statements statements = new Statements();

    /// What was said in the transaction that is being committed; empty if none is.
    private volatile String committing = "";

    private volatile boolean hasLost;

    Session(Socket client, Ambush ambush, Supplier<Weather> weather, Consumer<Session> atEnd) {
        this.client = client;
        this.ambush = ambush;
        this.weather = weather;
        this.atEnd = atEnd;
    }

    boolean hasLost() {
        return hasLost;
    }

    /// Ends both connections; neither side is told why.
    void cut() {
        close(client);
        close(server);
        atEnd.accept(this);
    }

    void run(InetSocketAddress address) {
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(address);
            Thread.ofVirtual().name("fault-proxy-server").start(() -> untilCut(this::answers));
            untilCut(this::requests);
        } catch (IOException unreachable) {
            cut();
        }
    }

    private interface Way {
        void pump() throws IOException;
    }

    /// An end of one way is the end of both.
    private void untilCut(Way way) {
        try {
            way.pump();
        } catch (IOException over) {
            hasLost = true;
        } finally {
            cut();
        }
    }

    private void requests() throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        OutputStream out = server.getOutputStream();
        Frame beginning = beginning(in);
        pass(beginning, out);
        while (beginning.code() != CANCEL_REQUEST) {
            Frame frame = Frame.next(in);
            if (statements.commits(frame) && isCutBefore()) {
                return;
            }
            pass(frame, out);
        }
    }

    /// The first message that is no request for encryption.
    private Frame beginning(DataInputStream in) throws IOException {
        Frame frame = Frame.first(in);
        while (frame.code() == SSL_REQUEST || frame.code() == GSS_REQUEST) {
            client.getOutputStream().write('N');
            frame = Frame.first(in);
        }
        return frame;
    }

    private boolean isCutBefore() {
        String said = statements.said();
        statements.forget();
        Optional<Ambush.Plan> plan = ambush.take(Side.BEFORE_COMMIT, said);
        plan.ifPresent(found -> found.action().run());
        committing = said;
        return plan.map(Ambush.Plan::cuts).orElse(false);
    }

    private void answers() throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
        OutputStream out = client.getOutputStream();
        while (true) {
            Frame frame = Frame.next(in);
            if (isCutAfter(frame)) {
                return;
            }
            weather.get().slow();
            pass(frame, out);
        }
    }

    private boolean isCutAfter(Frame frame) {
        if (frame.type() != COMMAND_COMPLETE || !frame.text(0).equals("COMMIT")) {
            return false;
        }
        String said = committing;
        committing = "";
        Optional<Ambush.Plan> plan = ambush.take(Side.AFTER_COMMIT, said);
        plan.ifPresent(found -> found.action().run());
        return plan.map(Ambush.Plan::cuts).orElse(false);
    }

    private void pass(Frame frame, OutputStream out) throws IOException {
        Weather now = weather.get();
        if (now.isSilent()) {
            hasLost = true;
            return;
        }
        now.narrow(frame.size());
        frame.write(out);
    }

    private static void close(Socket socket) {
        try {
            if (socket.isConnected()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException alreadyClosed) {
            assert socket.isClosed();
        }
    }
}
