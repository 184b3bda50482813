package dev.startide.app.log;

import static java.util.Locale.ROOT;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;
import dev.startide.app.settings.LogConfig;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.slf4j.LoggerFactory;

/// Makes the log what the settings say.
public final class LogSetup {

    private static final Set<String> FORMATS = Set.of("text", "json");

    private LogSetup() {}

    /// Replaces whatever was set up before. For the start of the program, before other threads log.
    ///
    /// @throws StartideException `SETTING_INVALID` if the settings name no format or level
    public static void apply(LogConfig settings) {
        requireKnown("startide.log.format", settings.format(), FORMATS);
        requireKnown(
                "startide.log.level", settings.level().toUpperCase(ROOT), Set.of("DEBUG", "INFO", "WARN", "ERROR"));
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.getStatusManager().clear();
        context.putProperty("LOG_FILE", settings.file());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(
                    new ByteArrayInputStream(configuration(settings).getBytes(StandardCharsets.UTF_8)));
            requireUsable(context, settings.file());
        } catch (JoranException mistake) {
            throw new IllegalStateException("Our own configuration of the log is wrong", mistake);
        }
    }

    /// What libraries say is only of interest when something is wrong. Pulsar's client warns at
    /// each attempt to connect, and Flyway of servers that are newer than itself; we say both once,
    /// in our own words.
    private static String configuration(LogConfig settings) {
        Level ours = Level.toLevel(settings.level());
        return """
                <configuration>
                  <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
                  <include resource="dev/startide/app/log/%s.xml"/>
                  <logger name="dev.startide" level="%s"/>
                  <logger name="org.apache.pulsar" level="ERROR"/>
                  <logger name="org.flywaydb" level="ERROR"/>
                  <root level="WARN"><appender-ref ref="%s"/></root>
                </configuration>
                """.formatted(settings.format(), ours, settings.file().isEmpty() ? "CONSOLE" : "FILE");
    }

    private static void requireUsable(LoggerContext context, String file) {
        if (new StatusUtil(context).getHighestLevel(0) >= Status.ERROR) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID,
                    "The log cannot be written to '%s'. Check the name, the rights and the space.".formatted(file));
        }
    }

    private static void requireKnown(String setting, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID, "%s is %s. Set it to one of %s.".formatted(setting, value, known));
        }
    }
}
