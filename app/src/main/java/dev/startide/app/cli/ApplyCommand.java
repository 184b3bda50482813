package dev.startide.app.cli;

import dev.startide.app.report.PlanText;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.warehouse.plan.SchemaPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes the schema what the model wants.
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes the database's schema what the model wants. Only adds; drops and rewrites nothing.")
final class ApplyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--json", description = "Print the changes as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    ApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            SchemaPlan applied = session.bean(ApplySchema.class).apply();
            if (json) {
                terminal.answer(PlanText.asJson(applied));
            } else {
                PlanText.lines(applied).forEach(terminal::answer);
            }
            terminal.say(
                    applied.isEmpty()
                            ? "The database's schema was what the model wants."
                            : "Made %d changes.".formatted(applied.changes().size()));
            return ExitCode.OK.number();
        }
    }
}
