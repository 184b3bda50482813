package dev.startide.sample.tpch.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.startide.sample.tpch.Delivery;
import dev.startide.sample.tpch.TpchEvent;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line of the publisher. Progress goes to standard output, one JSON object per line
/// and second; failures go to standard error. Exit codes: 0 published, 1 failed, 2 wrong usage.
@Command(
        name = "publish-tpch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = "Publishes TPC-H data as business events to Pulsar and over HTTP.")
public final class PublishTpch implements Callable<Integer> {

    @Option(names = "--pulsar", description = "The broker.")
    private URI pulsar = URI.create("pulsar://localhost:6650");

    @Option(names = "--pulsar-admin", description = "The broker's REST API.")
    private URI pulsarAdmin = URI.create("http://localhost:8080");

    @Option(names = "--http", description = "Events are posted to events/customers and events/suppliers below this.")
    private URI http = URI.create("http://localhost:8090");

    @Option(names = "--topic-prefix", description = "The topics are called so, followed by orders and parts.")
    private String topicPrefix = TpchTargets.DEFAULT_TOPIC_PREFIX;

    @Option(names = "--scale", description = "TPC-H scale factor, above 0 and at most 1.")
    private double scale = TpchSettings.DEMO.scale();

    @Option(names = "--seed", description = "Decides changes, times of day and delivery.")
    private long seed = TpchSettings.DEMO.seed();

    @Option(names = "--delivery", description = "One of ${COMPLETION-CANDIDATES}.")
    private Delivery delivery = Delivery.LATE_AND_DOUBLED;

    @Option(names = "--topics-only", description = "Create the topics and publish nothing.")
    private boolean topicsOnly = false;

    private final PrintWriter out;

    private PublishTpch(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new PublishTpch(out))
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
    public Integer call() throws InterruptedException {
        TpchTargets targets = new TpchTargets(pulsar, pulsarAdmin, http, topicPrefix);
        TpchSettings settings = TpchSettings.DEMO.withScale(scale).withSeed(seed);
        if (topicsOnly) {
            TpchTopics.create(targets);
        } else {
            publish(new TpchPublisher(targets), TpchEvents.of(settings).delivered(delivery));
        }
        return 0;
    }

    private void publish(TpchPublisher publisher, List<TpchEvent> events) throws InterruptedException {
        Progress progress = new Progress(events.size());
        try (var reporter = Executors.newSingleThreadScheduledExecutor()) {
            var _ = reporter.scheduleAtFixedRate(() -> report("", progress), 1, 1, SECONDS);
            try {
                publisher.publish(events, progress);
            } finally {
                reporter.shutdownNow();
            }
        }
        report("\"done\":true,", progress);
    }

    private void report(String prefix, Progress progress) {
        out.println("{%s\"published\":%d,\"total\":%d}".formatted(prefix, progress.published(), progress.total()));
    }
}
