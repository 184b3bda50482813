package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.SettleQuarantine;
import dev.startide.warehouse.mapping.SourceName;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lets a source go on that is paused.
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lets a source go on that is paused because too many of its events could not be loaded. What cannot be",
            "loaded of it goes to the quarantine from then on. Not needed if the service is started with a mended"
                    + " model."
        })
final class QuarantineResumeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "SOURCE", description = "The source, as 'status' names it.")
    private String source = "";

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why, for the record.")
    private String why = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who wants it, for the record. Default: the user of this machine.")
    private @Nullable String by;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    QuarantineResumeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SourceName name = name();
        try (Session session = global.brief(model.settings(), servers.settings())) {
            boolean wasPaused = session.bean(SettleQuarantine.class)
                    .resume(name, by == null ? System.getProperty("user.name", "") : by, why);
            terminal.say(
                    wasPaused
                            ? "Source %s goes on; the process that loads notices within a second.".formatted(name)
                            : "Source %s is not paused.".formatted(name));
            return ExitCode.OK.number();
        }
    }

    private SourceName name() {
        try {
            return new SourceName(source);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
