package dev.startide.sample.brokerage.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.sample.brokerage.BrokerageEvents;
import dev.startide.sample.brokerage.BrokerageSettings;
import dev.startide.sample.brokerage.Delivery;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line of the generator. It prints, for each file, the source and the path, in the
/// order in which they are to be read. Exit codes: 0 written, 1 failed, 2 wrong usage.
@Command(
        name = "write-brokerage",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = "Writes the events of a brokerage as files, one JSON document per line.")
public final class WriteBrokerage implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where the files are written.")
    private Path folder = Path.of("events");

    @Option(names = "--customers", description = "How many, from 1 to 100000.")
    private int customers = BrokerageSettings.SMALL.customers();

    @Option(names = "--seed", description = "Decides everything else.")
    private long seed = BrokerageSettings.SMALL.seed();

    @Option(names = "--delivery", description = "One of ${COMPLETION-CANDIDATES}.")
    private Delivery delivery = Delivery.LATE_AND_DOUBLED;

    @Option(names = "--parts", description = "In how many parts the events come.")
    private int parts = 1;

    private final PrintWriter out;

    private WriteBrokerage(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new WriteBrokerage(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((problem, command, _) -> {
                    command.getErr().println(problem.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        BrokerageSettings settings =
                BrokerageSettings.SMALL.withCustomers(customers).withSeed(seed);
        new EventFiles(folder)
                .write(BrokerageEvents.of(settings).delivered(delivery), Math.max(1, parts))
                .forEach(file -> out.println(file.feed().source() + " " + file.path()));
        return 0;
    }
}
