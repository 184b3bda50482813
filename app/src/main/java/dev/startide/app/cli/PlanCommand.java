package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.report.ComparisonReport;
import dev.startide.app.report.PlanFile;
import dev.startide.app.report.PlanReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.ReviewSchema;
import dev.startide.domain.review.ModelComparison;
import dev.startide.domain.review.SchemaReview;
import dev.startide.warehouse.plan.ChangeClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what `apply` would change.
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what 'apply' would change in the database, who has to wait for it, and what remains to be filled",
            "from the raw log. Changes nothing. Exit code 4 if there is anything to change."
        },
        footer = {
            "",
            "Examples:",
            "  startide plan",
            "  startide plan -o next.plan && startide apply next.plan",
            "  startide plan --against 3"
        })
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write the plan to this file; 'apply FILE' makes exactly this one.")
    private @Nullable Path out;

    @Option(names = "--sql", description = "Print the statements instead of words.")
    private boolean sql;

    @Option(
            names = "--against",
            paramLabel = "VERSION",
            description = "How the model differs from one that was applied, as startide.applied_model counts them.")
    private @Nullable Integer against;

    @Option(names = "--json", description = "Print the changes as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            ReviewSchema reviews = session.bean(ReviewSchema.class);
            if (against != null) {
                return compare(reviews, against).number();
            }
            SchemaReview review = reviews.review();
            if (out != null) {
                Files.writeString(out, PlanFile.write(review), UTF_8);
            }
            print(review);
            boolean isPending = !review.plan().plan().isEmpty() || review.makesOtherRows();
            return (isPending ? pending(review) : ExitCode.OK).number();
        }
    }

    private ExitCode compare(ReviewSchema reviews, int version) {
        ModelComparison comparison = reviews.against(version)
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE,
                        "No model of version %d was applied. 'select version, applied_at from startide.applied_model' lists them."
                                .formatted(version)));
        if (json) {
            terminal.answer(ComparisonReport.asJson(comparison));
        } else {
            ComparisonReport.lines(comparison).forEach(terminal::answer);
        }
        terminal.say("Version %d was applied at %s by %s; %d parts of the model differ."
                .formatted(
                        comparison.former().version(),
                        comparison.former().appliedAt(),
                        comparison.former().appliedBy(),
                        comparison.parts().size()));
        return comparison.parts().isEmpty() ? ExitCode.OK : ExitCode.CHANGES_PENDING;
    }

    private ExitCode pending(SchemaReview review) {
        PlanReport.summary(review).forEach(terminal::say);
        terminal.say(
                review.plan().of(ChangeClass.NEEDS_REBUILD).isEmpty()
                        ? "'startide apply' makes them."
                        : "'startide apply' refuses those that need a rebuild; 'startide rebuild --all --accept' reaches them.");
        return ExitCode.CHANGES_PENDING;
    }

    private void print(SchemaReview review) {
        if (json) {
            terminal.answer(PlanReport.asJson(review));
        } else if (sql) {
            PlanReport.sql(review).forEach(terminal::answer);
        } else {
            PlanReport.lines(review).forEach(terminal::answer);
        }
        if (review.plan().plan().isEmpty()) {
            terminal.say("The database's schema is what the model wants.");
        }
    }
}
