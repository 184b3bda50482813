package dev.startide.app.cli;

import dev.startide.app.language.ModelSchema;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells editors how model files are written.
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the JSON Schema of model files, by which editors complete keys and explain them.",
            "It knows the kinds of sources of all adapters at hand, plug-ins too."
        },
        footer = {
            "",
            "Examples:",
            "  startide schema -o warehouse.schema.json",
            "",
            "The first line of a model file then leads editors there:",
            "  # yaml-language-server: $schema=warehouse.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write it to this file instead.")
    private @Nullable Path output;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = global.brief()) {
            String schema = ModelSchema.of(session.bean(ModelReader.class).kinds());
            if (output == null) {
                terminal.answer(schema.stripTrailing());
            } else {
                Files.writeString(output, schema);
                terminal.say("Wrote %s.".formatted(output));
            }
            return ExitCode.OK.number();
        }
    }
}
