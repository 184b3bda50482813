package dev.startide.app.cli;

import dev.startide.app.report.VerifyReport;
import dev.startide.app.terminal.ProgressBar;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.VerifyWarehouse;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.Verification;
import dev.startide.warehouse.validation.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks that the promises hold in a warehouse.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks on the live warehouse that the promises hold, while it goes on loading.",
            "Exit code 5 if anything is found; docs/verify.md says what each check means."
        })
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "CHECK",
            arity = "0..*",
            description = "The checks to do, by name. Default: all; --list shows them.")
    private List<String> checks = List.of();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(
            names = "--rebuilt",
            paramLabel = "TABLE",
            description = {
                "Compare the rows of this table with what the load makes of the raw log when it begins anew.",
                "Of a large table a part is compared. Does no other check unless it is named. May be given several times."
            })
    private List<String> rebuilt = List.of();

    @Option(
            names = "--findings",
            paramLabel = "N",
            defaultValue = "10",
            description = "Show at most this many findings of each check. Default: ${DEFAULT-VALUE}")
    private int findings;

    @Option(names = "--list", description = "Show the checks that there are, and do none.")
    private boolean list;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (findings < 1) {
            throw new CommandFailed(ExitCode.USAGE, "--findings must be at least 1, is %d".formatted(findings));
        }
        try (Session session = global.brief(model.settings(), servers.settings())) {
            VerifyWarehouse verify = session.bean(VerifyWarehouse.class);
            requireKnown(verify.checks());
            if (list) {
                VerifyReport.list(verify.checks()).forEach(terminal::answer);
                return ExitCode.OK.number();
            }
            return print(verify.verify(request(), this::show));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
        }
    }

    private VerifyWarehouse.Request request() {
        return new VerifyWarehouse.Request(Set.copyOf(checks), rebuilt, findings);
    }

    private int print(Verification verification) {
        VerifyReport report = new VerifyReport(verification);
        if (json) {
            terminal.answer(report.asJson());
        } else {
            report.lines().forEach(terminal::answer);
        }
        terminal.say(report.summary());
        return (verification.isClean() ? ExitCode.OK : ExitCode.CHECKS_FAILED).number();
    }

    private void show(Check check, String subject, int done, int steps) {
        terminal.refresh("%s  %s: %s".formatted(ProgressBar.of(done, steps), check.name(), subject));
    }

    private void requireKnown(List<Check> known) {
        if (checks.contains("rebuilt-equals-loaded") && rebuilt.isEmpty()) {
            throw new CommandFailed(ExitCode.USAGE, "Name the table to compare: --rebuilt TABLE.");
        }
        List<String> names = known.stream().map(Check::name).toList();
        checks.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(unknown -> {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "There is no check '%s'. %s".formatted(unknown, Suggestion.sentence(unknown, names, "")));
        });
    }
}
