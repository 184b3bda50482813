package dev.startide.app.cli;

import dev.startide.app.demo.ScratchServer;
import dev.startide.app.service.Lifetime;
import dev.startide.app.terminal.Terminal;
import java.io.IOException;
import java.util.Map;

/// A database in which commands may try things out.
final class ScratchDatabase {

    private ScratchDatabase() {}

    /// How to reach the one that flags name, or else one on a server that lives as long as the
    /// process. Where settings say that the warehouse is, nothing is tried out.
    static Map<String, Object> settings(ServerOptions servers, Lifetime lifetime, Terminal terminal)
            throws IOException {
        Map<String, Object> named = servers.ofFlags();
        if (named.containsKey("startide.database.url")) {
            return named;
        }
        terminal.refresh("Starting PostgreSQL");
        return lifetime.keep(ScratchServer.start()).settings();
    }
}
