package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.domain.quarantine.QuarantineFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has an event read otherwise than it came.
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Corrects an event of the quarantine and has it tried again: from now on the correction is read in its",
            "place, also by a rebuild. The event stays in the raw log as it came."
        })
final class QuarantineEditCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;

    @Parameters(paramLabel = "LANE:POSITION", description = "The event, as 'quarantine list' names it.")
    private String place = "";

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE|-",
            description = "What the event should have said, or - for standard input. Taken as it is, byte by byte.")
    private String file = "";

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            defaultValue = "application/json",
            description =
                    "How it is read: application/cloudevents+json for a whole CloudEvent. Default: ${DEFAULT-VALUE}")
    private String contentType = "";

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why, for the record.")
    private String why = "";

    @Mixin
    private final SettleOptions settling = new SettleOptions();

    QuarantineEditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        QuarantineFilter one = QuarantineFilter.only(QuarantineListCommand.place(place));
        var correction = new Amendment.Corrected(contentType, content());
        return settling.settle(terminal, new ActionOrder.Verb.Edit(correction), why, one, 1);
    }

    private byte[] content() {
        try (InputStream in = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(PayloadLimits.MAX_BYTES + 1);
            if (bytes.length > PayloadLimits.MAX_BYTES) {
                throw new CommandFailed(
                        ExitCode.USAGE, "An event has at most %d bytes.".formatted(PayloadLimits.MAX_BYTES));
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "The file %s cannot be read. Check its name and rights.".formatted(file),
                    unreadable);
        }
    }
}
