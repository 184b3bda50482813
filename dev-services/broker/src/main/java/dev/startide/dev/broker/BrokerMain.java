package dev.startide.dev.broker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pulsar.PulsarStandaloneStarter;

/// Runs one broker on a data directory until standard input ends.
///
/// Standard output carries a single line, `ready <service URL> <admin URL>`, once the broker takes connections;
/// whatever
/// the libraries print goes to standard error. Since standard input ends with the process that holds its other side,
/// the
/// broker never outlives the process that started it, even when that one is killed.
public final class BrokerMain {

    /// The first word of the line that says where the broker is.
    public static final String READY = "ready";

    /// The exit status when another process holds the data directory.
    public static final int DIRECTORY_IN_USE = 3;

    /// The exit status when something else listens at the port that the bookie's data are bound to.
    public static final int BOOKIE_PORT_TAKEN = 4;

    private static final int FAILED = 1;

    /// A broker whose parent was killed needs a moment to notice and to stop.
    private static final Duration PATIENCE_WITH_PREDECESSOR = Duration.ofSeconds(30);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private static final String METADATA = "metadata";
    private static final String BOOKKEEPER = "bookkeeper";

    /// Present once a broker was ready here. A first start that was killed leaves metadata without a bookie, which no
    /// later start could use, and nothing that anybody was told is stored.
    private static final String COMPLETE = "complete";

    private BrokerMain() {}

    /// Starts the broker and returns; the process ends with its standard input.
    ///
    /// @param arguments the data directory
    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        endWithStandardInput();
        try {
            start(Path.of(arguments[0]).toAbsolutePath(), answers);
        } catch (Exception failure) {
            System.err.println("The broker did not start: " + failure);
            failure.printStackTrace();
            System.exit(FAILED);
        }
    }

    /// Never closes the directory lock: it ends with the process, after everything else.
    private static void start(Path directory, PrintStream answers) throws Exception {
        if (DirectoryLock.acquire(directory, PATIENCE_WITH_PREDECESSOR).isEmpty()) {
            System.exit(DIRECTORY_IN_USE);
        }
        Path complete = directory.resolve(COMPLETE);
        if (Files.notExists(complete)) {
            Directories.delete(directory.resolve(METADATA));
            Directories.delete(directory.resolve(BOOKKEEPER));
        }
        PulsarStandaloneStarter broker = new PulsarStandaloneStarter(options(directory));
        broker.start();
        if (Files.notExists(complete)) {
            Files.createFile(complete);
        }
        answers.println(READY + " " + broker.getBrokerServiceUrl() + " " + broker.getWebServiceUrl());
        answers.flush();
    }

    private static String[] options(Path directory) throws IOException {
        RememberedPorts ports = RememberedPorts.of(directory);
        int bookiePort = ports.fixed("bookie");
        if (!RememberedPorts.isFree(bookiePort)) {
            System.err.println("Port " + bookiePort + " of the bookie is taken");
            System.exit(BOOKIE_PORT_TAKEN);
        }
        Path configuration = BrokerConfiguration.write(directory, ports.preferred("broker"), ports.preferred("admin"));
        return new String[] {
            "--config",
            configuration.toString(),
            "--no-functions-worker",
            "--no-stream-storage",
            "--metadata-dir",
            directory.resolve(METADATA).toString(),
            "--bookkeeper-dir",
            directory.resolve(BOOKKEEPER).toString(),
            "--zookeeper-dir",
            directory.resolve("zookeeper").toString(),
            "--bookkeeper-port",
            Integer.toString(bookiePort)
        };
    }

    private static void endWithStandardInput() {
        Thread.ofPlatform().daemon().name("standard-input").start(() -> {
            awaitEndOfStandardInput();
            haltAfter(STOP_LIMIT);
            System.exit(0);
        });
    }

    private static void awaitEndOfStandardInput() {
        try (InputStream input = new FileInputStream(FileDescriptor.in)) {
            input.transferTo(PrintStream.nullOutputStream());
        } catch (IOException ended) {
            System.err.println("Standard input ended: " + ended.getMessage());
        }
    }

    /// An orderly stop may wait for threads that never end; the process must end all the same.
    private static void haltAfter(Duration limit) {
        Thread.ofPlatform().daemon().name("stop-limit").start(() -> {
            try {
                Thread.sleep(limit);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(FAILED);
        });
    }
}
