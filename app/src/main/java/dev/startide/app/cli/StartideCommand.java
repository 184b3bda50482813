package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.terminal.Terminal;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program's command line.
@Command(
        name = "startide",
        description = "Events in, star schema out.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Settings: flags, then STARTIDE_* variables, then the file of settings, then defaults;",
            "docs/reference/settings.md describes them all.",
            "Exit codes: 0 ok, 1 failure, 2 usage, 3 invalid model, 4 changes pending,",
            "5 checks failed, 6 unreachable, 7 conflict."
        })
public final class StartideCommand implements Runnable {

    private final Terminal terminal;

    private StartideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs a command to its end.
    ///
    /// @return the exit code for the process
    public static int run(Terminal terminal, String... arguments) {
        return commandLine(terminal).execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new StartideCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new InitCommand(terminal))
                .addSubcommand(new InferCommand(terminal))
                .addSubcommand(new ValidateCommand(terminal))
                .addSubcommand(new TestCommand(terminal))
                .addSubcommand(new PreviewCommand(terminal))
                .addSubcommand(new SchemaCommand(terminal))
                .addSubcommand(new PlanCommand(terminal))
                .addSubcommand(new ApplyCommand(terminal))
                .addSubcommand(new RunCommand(terminal))
                .addSubcommand(new IngestCommand(terminal))
                .addSubcommand(new SnapshotCommand(terminal))
                .addSubcommand(KeyCommand.line(terminal))
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(new TapCommand(terminal))
                .addSubcommand(new TraceCommand(terminal))
                .addSubcommand(new HistoryCommand(terminal))
                .addSubcommand(QuarantineCommand.line(terminal))
                .addSubcommand(new RebuildCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(new DocsCommand(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand(new AdaptersCommand(terminal))
                .addSubcommand(new CompletionCommand(terminal));
        return line.setOut(new PrintWriter(terminal.answers(), true, UTF_8))
                .setErr(new PrintWriter(terminal.messages(), true, UTF_8))
                .setColorScheme(Help.defaultColorScheme(terminal.ansi()))
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(StartideCommand::explainUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(terminal, failure, parsed));
    }

    /// Without a command there is only help.
    @Override
    public void run() {
        CommandLine.usage(this, terminal.answers(), terminal.ansi());
    }

    private static int explainUsage(ParameterException wrong, String... arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr()
                .println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE.number();
    }

    private static int explain(Terminal terminal, Exception failure, ParseResult parsed) {
        FailureReport report = FailureReport.of(failure);
        terminal.say(report.sentence());
        if (isDebugging(parsed)) {
            terminal.endLine();
            failure.printStackTrace(terminal.messages());
        }
        return report.exitCode().number();
    }

    private static boolean isDebugging(ParseResult parsed) {
        return parsed.asCommandLineList().stream()
                .anyMatch(command -> command.getParseResult().hasMatchedOption("--debug"));
    }
}
