package dev.startide.dev;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The servers of the demo as a program: starts them on a data directory and keeps them until standard input ends or
/// the process is told to terminate.
///
/// Standard output carries one line of JSON once everything is ready; progress and failures go to standard error. The
/// exit status is 0 after an orderly stop, 1 when a server could not be started, 2 for wrong arguments.
public final class DevServices {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /// The database that the product finds.
    private static final String DATABASE = "startide";

    private DevServices() {}

    /// Runs the servers and ends the process.
    ///
    /// @param arguments `--data DIR [--no-pulsar] [--postgres-port PORT]`
    public static void main(String[] arguments) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            serve(DevServicesOptions.parse(arguments));
            System.exit(0);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(DevServicesOptions.USAGE);
            System.exit(USAGE);
        } catch (DevServerException failure) {
            System.err.println(failure.getMessage());
            System.exit(FAILED);
        }
    }

    private static void serve(DevServicesOptions options) {
        try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<PostgresServer> postgres = CompletableFuture.supplyAsync(
                    () -> announced("PostgreSQL", () -> startPostgres(options)), starters);
            CompletableFuture<Optional<PulsarServer>> pulsar =
                    CompletableFuture.supplyAsync(() -> startPulsar(options), starters);
            try {
                CompletableFuture.allOf(postgres, pulsar).join();
                System.out.println(ReadyLine.of(postgres.join(), DATABASE, pulsar.join()));
                awaitEndOfStandardInput();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof DevServerException known ? known : failure;
            } finally {
                System.err.println("Stopping the servers");
                CompletableFuture.allOf(
                                postgres.thenAcceptAsync(PostgresServer::close, starters),
                                pulsar.thenAcceptAsync(broker -> broker.ifPresent(PulsarServer::close), starters))
                        .exceptionally(_ -> null)
                        .join();
            }
        }
    }

    private static PostgresServer startPostgres(DevServicesOptions options) {
        PostgresServer server = PostgresServer.start(options.data().resolve("postgres"), options.postgresPort());
        server.createDatabase(DATABASE);
        return server;
    }

    private static Optional<PulsarServer> startPulsar(DevServicesOptions options) {
        return options.pulsar()
                ? Optional.of(announced(
                        "Pulsar", () -> PulsarServer.start(options.data().resolve("pulsar"))))
                : Optional.empty();
    }

    private static <T> T announced(String name, Supplier<T> start) {
        System.err.println("Starting " + name);
        long began = System.nanoTime();
        T server = start.get();
        System.err.printf("%s is ready after %.1f s%n", name, (System.nanoTime() - began) / 1e9);
        return server;
    }

    private static void awaitEndOfStandardInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            System.err.println("Standard input ended: " + ended.getMessage());
        }
    }
}
