package dev.startide.app.cli;

import dev.startide.app.report.Json;
import dev.startide.app.start.Example;
import dev.startide.app.start.Project;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Begins a project.
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Begins a project that runs as it is: a model, events, settings, a file for Docker Compose, and a README",
            "that says how to go on. Nothing that is there already is touched."
        },
        footer = {"", "Examples:", "  startide init my-warehouse", "  startide init --example shop my-warehouse"})
final class InitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--example",
            paramLabel = "NAME",
            defaultValue = "bakery",
            completionCandidates = Examples.class,
            description = "What it begins as: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private String example = "";

    @Option(names = "--json", description = "Print the written files as JSON.")
    private boolean json;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "The folder of the project; it is created if need be. Default: this one")
    private Path folder = Path.of(".");

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Example chosen = example();
        try (Session session = global.brief()) {
            Project project = Project.of(chosen, session.bean(ModelReader.class).kinds());
            List<String> found = project.foundIn(folder);
            if (!found.isEmpty()) {
                throw new CommandFailed(
                        ExitCode.CONFLICT,
                        "%s has %s already, so nothing was written. Name another folder."
                                .formatted(folder, String.join(", ", found)));
            }
            project.writeTo(folder);
            report(project);
            return ExitCode.OK.number();
        }
    }

    private Example example() {
        return Arrays.stream(Example.values())
                .filter(known -> known.word().equals(example))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE,
                        "There is no example '%s'. There are: %s."
                                .formatted(example, String.join(", ", new Examples()))));
    }

    private void report(Project project) {
        List<String> written = project.paths().stream()
                .map(name -> folder.resolve(name).normalize().toString())
                .toList();
        if (json) {
            terminal.answer(Json.array(written, (generator, file) -> generator.writeStringField("file", file)));
        } else {
            written.forEach(terminal::answer);
            terminal.say("%s says how to go on; 'startide validate' checks the model."
                    .formatted(folder.resolve("README.md").normalize()));
        }
    }

    /// What may stand behind `--example`.
    static final class Examples implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Example.values()).map(Example::word).iterator();
        }
    }
}
