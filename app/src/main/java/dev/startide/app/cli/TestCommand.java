package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.report.JUnitReport;
import dev.startide.app.report.TestReport;
import dev.startide.app.service.Lifetime;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.TestModel;
import dev.startide.domain.trial.Arrangement;
import dev.startide.domain.trial.TrialModel;
import dev.startide.domain.trial.TrialOutcome;
import dev.startide.warehouse.expectation.ModelTest;
import dev.startide.warehouse.validation.ModelFileResult;
import dev.startide.warehouse.validation.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the tests of a model.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the tests of a model: loads the events of each as they are given, reversed, shuffled and doubled,",
            "and compares what the warehouse shows. Exit code 5 if anything differs.",
            "It starts a PostgreSQL for itself, unless --database-url names an empty database."
        },
        footer = {"", "Examples:", "  startide test", "  startide test moves --junit target/tests.xml"})
final class TestCommand implements Callable<Integer> {

    private static final long SEEDS = 1_000_000;

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Only tests whose names contain one of these texts.")
    private List<String> wanted = new ArrayList<>();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Decides the shuffled order. Without it: any, and told.")
    private @Nullable Long seed;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the outcomes to this file, as JUnit does.")
    private @Nullable Path junit;

    @Option(names = "--json", description = "Print the outcomes as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ModelFileResult.Valid read = read();
        List<ModelTest> tests = wanted(read.tests());
        if (tests.isEmpty()) {
            terminal.say("The model has no tests; docs/model.md says how to write them.");
        }
        List<JUnitReport.Run> runs = tests.isEmpty() ? List.of() : run(read, tests);
        if (json) {
            terminal.answer(TestReport.asJson(
                    runs.stream().map(JUnitReport.Run::outcome).toList()));
        }
        if (junit != null) {
            Files.writeString(junit, JUnitReport.of(read.model().name(), runs), UTF_8);
        }
        return summarize(tests.size(), runs).number();
    }

    private ModelFileResult.Valid read() {
        try (Session session = global.brief(model.settings())) {
            return session.bean(ModelReader.class).readValid();
        }
    }

    private List<ModelTest> wanted(List<ModelTest> all) {
        List<ModelTest> tests = all.stream()
                .filter(test -> wanted.isEmpty() || wanted.stream().anyMatch(test.name()::contains))
                .toList();
        if (tests.isEmpty() && !wanted.isEmpty()) {
            List<String> names = all.stream().map(ModelTest::name).toList();
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "No test is called like that. %s"
                            .formatted(Suggestion.sentence(wanted.getFirst(), names, "The model has none.")));
        }
        return tests;
    }

    private List<JUnitReport.Run> run(ModelFileResult.Valid read, List<ModelTest> tests) throws IOException {
        long chosen = seed == null ? RandomGenerator.getDefault().nextLong(SEEDS) : seed;
        terminal.say("The shuffled order is --seed %d.".formatted(chosen));
        try (Lifetime lifetime = Lifetime.ofProcess();
                Session session = lifetime.keep(global.briefFor(
                        TrialModel.of(read.model()),
                        model.settings(),
                        servers.ofEnvironment(),
                        ScratchDatabase.settings(servers, lifetime, terminal)))) {
            TestModel runner = session.bean(TestModel.class);
            runner.begin();
            List<JUnitReport.Run> runs = new ArrayList<>();
            for (ModelTest test : tests) {
                runs.addAll(run(runner, test, chosen));
            }
            runner.end();
            return runs;
        }
    }

    private List<JUnitReport.Run> run(TestModel runner, ModelTest test, long chosen) {
        List<JUnitReport.Run> runs = new ArrayList<>();
        for (Arrangement arrangement : Arrangement.values()) {
            terminal.refresh("%s (%s)".formatted(test.name(), arrangement.word()));
            long began = System.nanoTime();
            TrialOutcome outcome = runner.run(test, arrangement, chosen);
            runs.add(new JUnitReport.Run(outcome, Duration.ofNanos(System.nanoTime() - began)));
        }
        if (!json) {
            TestReport.lines(runs.stream().map(JUnitReport.Run::outcome).toList())
                    .forEach(terminal::answer);
        }
        return runs;
    }

    private ExitCode summarize(int tests, List<JUnitReport.Run> runs) {
        long failed = runs.stream()
                .map(JUnitReport.Run::outcome)
                .filter(outcome -> !outcome.hasPassed())
                .map(TrialOutcome::test)
                .distinct()
                .count();
        terminal.say("%d tests, each in %d orders: %s."
                .formatted(tests, Arrangement.values().length, failed == 0 ? "all passed" : failed + " failed"));
        return failed == 0 ? ExitCode.OK : ExitCode.CHECKS_FAILED;
    }
}
