package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.validation.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells other tools of a warehouse.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes what the model says of the warehouse in the words of another tool. Needs no server.",
            "dbt: sources with tests. cube: a data model of Cube. odcs: a data contract (Open Data Contract Standard).",
            "ossie: a semantic model (Apache Ossie, formerly Open Semantic Interchange). mermaid: a diagram."
        },
        footer = {
            "",
            "Examples:",
            "  startide export dbt -o analytics/models/startide",
            "  startide export cube -o cube/model/cubes",
            "  startide export odcs > shop.odcs.yaml"
        })
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "What it is written as: ${COMPLETION-CANDIDATES}.")
    private String format = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Write a file into this folder, in place of the one that is there, instead of printing it.")
    private @Nullable Path folder;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ExportFormat chosen = format();
        try (Session session = global.brief(model.settings())) {
            WarehouseLayout layout = session.bean(WarehouseLayout.class);
            String text = chosen.text(layout);
            if (folder == null) {
                terminal.answer(text.stripTrailing());
            } else {
                Files.createDirectories(folder);
                Path file = folder.resolve(chosen.file(layout.model().name()));
                terminal.answer(Files.writeString(file, text, UTF_8).toString());
            }
            return ExitCode.OK.number();
        }
    }

    private ExportFormat format() {
        return Arrays.stream(ExportFormat.values())
                .filter(known -> known.word().equals(format))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE,
                        "There is no format '%s'. %s".formatted(format, Suggestion.sentence(format, words(), ""))));
    }

    private static List<String> words() {
        return Arrays.stream(ExportFormat.values()).map(ExportFormat::word).toList();
    }

    /// What may stand for the format.
    static final class Formats implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }
}
