package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.report.PlanFile;
import dev.startide.app.report.PlanReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.ReviewSchema;
import dev.startide.domain.review.PlanSeal;
import dev.startide.domain.review.SchemaReview;
import dev.startide.warehouse.plan.ChangeClass;
import dev.startide.warehouse.plan.SchemaPlan;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes the schema what the model wants.
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes the database's schema what the model wants. Only adds; drops and rewrites nothing.",
            "On a terminal it asks before; elsewhere it refuses (exit code 4) what takes columns away from marts, unless",
            "--auto-approve is said. With the file of a plan it makes exactly this plan, and refuses (exit code 7)",
            "if the database or the model has changed since."
        },
        footer = {"", "Examples:", "  startide apply --auto-approve", "  startide apply next.plan"})
final class ApplyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A plan that 'plan -o FILE' wrote.")
    private @Nullable Path file;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--auto-approve", description = "Do not ask.")
    private boolean approved;

    @Option(names = "--json", description = "Print the changes as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    ApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            ReviewSchema reviews = session.bean(ReviewSchema.class);
            SchemaReview review = reviews.review();
            print(review);
            if (file == null && !isWanted(review)) {
                terminal.say("Nothing was changed.");
                return ExitCode.CHANGES_PENDING.number();
            }
            SchemaPlan applied = reviews.apply(file == null ? review.seal() : sealOf(file));
            terminal.say(
                    applied.isEmpty()
                            ? "The database's schema was what the model wants."
                            : "Made %d changes.".formatted(applied.changes().size()));
            return ExitCode.OK.number();
        }
    }

    private void print(SchemaReview review) {
        if (json) {
            terminal.answer(PlanReport.asJson(review));
        } else {
            PlanReport.lines(review).forEach(terminal::answer);
        }
    }

    /// Whoever can be asked is asked. A script that calls `apply` means it, unless a mart would lose
    /// what a report may use.
    private boolean isWanted(SchemaReview review) {
        SchemaPlan plan = review.plan().plan();
        boolean isNothing = plan.isEmpty() && !review.makesOtherRows();
        if (approved || isNothing || !plan.incompatible().isEmpty()) {
            return true;
        }
        PlanReport.summary(review).forEach(terminal::say);
        return terminal.ask("Make these changes?").orElseGet(() -> isHarmless(review));
    }

    private static boolean isHarmless(SchemaReview review) {
        if (review.plan().of(ChangeClass.DESTRUCTIVE).isEmpty()) {
            return true;
        }
        throw new CommandFailed(
                ExitCode.CHANGES_PENDING,
                "Nothing was changed: marts would lose columns that a report may use, and nobody can be asked. Look at 'startide plan', then say --auto-approve, or apply a plan from a file.");
    }

    private static PlanSeal sealOf(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file, UTF_8)) {
            return PlanFile.read(text)
                    .orElseThrow(() -> new CommandFailed(
                            ExitCode.USAGE,
                            "%s is no plan. Write one with 'startide plan -o %s'.".formatted(file, file)));
        }
    }
}
