package dev.startide.app.cli;

import dev.startide.app.report.DiagnosisReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.diagnosis.Severity;
import dev.startide.domain.port.inbound.DiagnoseSetup;
import dev.startide.warehouse.validation.ModelFileResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Looks at everything that the platform needs of its surroundings.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at settings, rights, servers, clocks, disk, model and sources, and says what to do. Changes nothing.",
            "Exit code 5 if anything keeps the platform from doing its work, 6 if a server does not answer."
        },
        footer = {"", "Examples:", "  startide doctor", "  startide doctor --all", "  startide doctor --json"})
final class DoctorCommand implements Callable<Integer> {

    /// A server that is away is to be reported soon.
    private static final Map<String, Object> IMPATIENCE = Map.of("startide.database.acquire-timeout", "5s");

    private final Terminal terminal;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--all", description = "Show what is well, too.")
    private boolean all;

    @Option(names = "--json", description = "Print everything that was looked at as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DiagnosisReport report = new DiagnosisReport(look());
        if (json) {
            terminal.answer(report.asJson());
        } else {
            report.lines(all ? Severity.FINE : Severity.NOTE).forEach(terminal::answer);
        }
        terminal.say(report.summary());
        return exitCode(report.worst()).number();
    }

    /// A setting that cannot be used may show itself as soon as something is made of it.
    private List<Diagnosis> look() {
        try (Session session = global.brief(IMPATIENCE, model.settings(), servers.settings())) {
            return look(session);
        } catch (RuntimeException wrong) {
            if (FailureReport.of(wrong).exitCode() == ExitCode.USAGE) {
                return List.of(unusable(wrong));
            }
            throw wrong;
        }
    }

    private static List<Diagnosis> look(Session session) {
        List<Exception> unusable = session.unusableSettings();
        if (!unusable.isEmpty()) {
            return unusable.stream().map(DoctorCommand::unusable).toList();
        }
        DiagnoseSetup doctor = session.bean(DiagnoseSetup.class);
        List<Diagnosis> all = new ArrayList<>(doctor.ofSurroundings());
        switch (session.bean(ModelReader.class).read()) {
            case ModelFileResult.Valid(var valid, var _, var _) -> {
                all.add(Diagnosis.fine("model", "%s is valid".formatted(valid.name())));
                all.addAll(doctor.ofModel(valid));
            }
            case ModelFileResult.Invalid(var issues) ->
                all.add(Diagnosis.error(
                        "model",
                        "it has %d mistakes; the first: %s".formatted(issues.size(), issues.getFirst()),
                        "See 'startide validate'"));
        }
        return all;
    }

    private static Diagnosis unusable(Exception wrong) {
        String sentence = FailureReport.of(wrong).sentence();
        return Diagnosis.error("settings", sentence, "docs/reference/settings.md says what it may be");
    }

    private static ExitCode exitCode(Severity worst) {
        return switch (worst) {
            case FINE, NOTE, WARNING -> ExitCode.OK;
            case ERROR -> ExitCode.CHECKS_FAILED;
            case UNREACHABLE -> ExitCode.UNREACHABLE;
        };
    }
}
