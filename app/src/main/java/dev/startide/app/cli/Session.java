package dev.startide.app.cli;

import dev.startide.app.log.LogSetup;
import dev.startide.app.settings.LogConfig;
import dev.startide.app.wiring.Platform;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;

/// The platform, for the time of one command.
final class Session implements AutoCloseable {

    private static final String LOG_LEVEL = "startide.log.level";

    private final ApplicationContext context;

    private Session(ApplicationContext context) {
        this.context = context;
    }

    /// For a command that answers and ends: its log keeps warnings, unless more is asked for.
    @SafeVarargs
    static Session brief(GlobalOptions global, Map<String, Object>... settings) {
        Map<String, Object> all = together(global, settings);
        Session session = new Session(Platform.open(all, global.config()));
        LogConfig asked = session.bean(LogConfig.class);
        LogSetup.apply(all.containsKey(LOG_LEVEL) ? asked : new LogConfig(asked.format(), "WARN"));
        return session;
    }

    /// For a command that works until it is told to stop.
    @SafeVarargs
    static Session lasting(GlobalOptions global, Map<String, Object>... settings) {
        Session session = new Session(Platform.open(together(global, settings), global.config()));
        LogSetup.apply(session.bean(LogConfig.class));
        return session;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @SafeVarargs
    private static Map<String, Object> together(GlobalOptions global, Map<String, Object>... settings) {
        Map<String, Object> all = new HashMap<>(global.settings());
        for (Map<String, Object> some : settings) {
            all.putAll(some);
        }
        return all;
    }
}
