package dev.startide.app.cli;

import dev.startide.app.report.DraftReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.draft.Draft;
import dev.startide.domain.draft.DraftYaml;
import dev.startide.domain.port.inbound.InferModel;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Drafts a model from events.
@Command(
        name = "infer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Drafts a model from a sample of events, and says of each guess why it was made. The model is valid, and",
            "loads every event of the sample. No value of an event is shown, but for the words that types are told by."
        },
        footer = {
            "",
            "FILE holds JSON objects or CloudEvents, one on each line or all in one list, an Avro container (its own",
            "ending does not matter), an Avro schema (.avsc), or a JSON Schema. TOPIC is one of Pulsar, of which",
            "the oldest messages are read.",
            "",
            "Examples:",
            "  startide infer orders.ndjson customers.ndjson -o warehouse.yaml",
            "  startide infer persistent://shop/sales/orders -n 5000",
            "  startide infer order.avsc --json"
        })
final class InferCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|TOPIC",
            description = "Where events are; each becomes a source of the model.")
    private List<String> locations = List.of();

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Look at so many events of each, at most 10000. Default: ${DEFAULT-VALUE}")
    private int most;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the model to this file, which must not be there yet.")
    private @Nullable Path output;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Option(names = "--pulsar-url", paramLabel = "URL", description = "The broker, as pulsar://host:port.")
    private @Nullable String pulsarUrl;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    InferCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (most < 1 || most > InferModel.MOST_EVENTS) {
            throw new CommandFailed(
                    ExitCode.USAGE, "-n must be from 1 to %d, is %d.".formatted(InferModel.MOST_EVENTS, most));
        }
        try (Session session = global.brief(settings())) {
            report(session.bean(InferModel.class).infer(locations, most));
            return ExitCode.OK.number();
        }
    }

    private Map<String, Object> settings() {
        return pulsarUrl == null ? Map.of() : Map.of("startide.pulsar.service-url", pulsarUrl);
    }

    private void report(Draft draft) throws IOException {
        if (output != null) {
            write(output, DraftYaml.of(draft));
            terminal.say("Wrote %s: %s.".formatted(output, DraftReport.summary(draft)));
        }
        if (json) {
            terminal.answer(DraftReport.asJson(draft));
        } else if (output == null) {
            terminal.answer(DraftYaml.of(draft).stripTrailing());
            terminal.say(DraftReport.summary(draft) + ".");
        }
    }

    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new CommandFailed(
                    ExitCode.CONFLICT,
                    "%s is there already, so nothing was written. Name another file with -o.".formatted(file),
                    there);
        }
    }
}
