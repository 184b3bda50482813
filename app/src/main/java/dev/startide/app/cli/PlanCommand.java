package dev.startide.app.cli;

import dev.startide.app.report.PlanText;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.PlanSchema;
import dev.startide.warehouse.plan.SchemaPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what `apply` would change.
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows what 'apply' would change in the database, and changes nothing. Exit code 4 if anything.")
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--json", description = "Print the changes as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            SchemaPlan plan = session.bean(PlanSchema.class).plan();
            print(plan);
            return (plan.isEmpty() ? ExitCode.OK : pending(plan)).number();
        }
    }

    private ExitCode pending(SchemaPlan plan) {
        int incompatible = plan.incompatible().size();
        terminal.say(
                incompatible == 0
                        ? "%d changes; 'startide apply' makes them."
                                .formatted(plan.changes().size())
                        : "%d of %d changes, marked with !, cannot be made by adding alone; 'startide apply' refuses them, 'startide rebuild --all --accept' reaches them."
                                .formatted(incompatible, plan.changes().size()));
        return ExitCode.CHANGES_PENDING;
    }

    private void print(SchemaPlan plan) {
        if (json) {
            terminal.answer(PlanText.asJson(plan));
        } else if (plan.isEmpty()) {
            terminal.say("The database's schema is what the model wants.");
        } else {
            PlanText.lines(plan).forEach(terminal::answer);
        }
    }
}
