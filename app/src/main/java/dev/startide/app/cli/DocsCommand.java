package dev.startide.app.cli;

import static java.net.HttpURLConnection.HTTP_OK;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.startide.app.docs.ModelPage;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.InvalidModel;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import dev.startide.warehouse.dictionary.Mermaid;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The documentation of a warehouse.
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes the documentation of a warehouse from its model: stars, bus matrix, dictionary, lineage.")
final class DocsCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DocsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Without a command there is only help.
    @Override
    public void run() {
        spec.commandLine().usage(terminal.answers(), terminal.ansi());
    }

    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Writes index.html, which needs nothing beside it, and model.mmd, a diagram for Mermaid.")
    int build(
            @Mixin ModelOptions model,
            @Option(
                            names = {"-o", "--out"},
                            paramLabel = "DIR",
                            defaultValue = "docs",
                            description = "The folder that is written to. Default: ${DEFAULT-VALUE}")
                    Path folder,
            @Mixin GlobalOptions options)
            throws IOException {
        try (Session session = options.brief(model.settings())) {
            WarehouseLayout layout = session.bean(WarehouseLayout.class);
            Files.createDirectories(folder);
            terminal.answer(Files.writeString(folder.resolve("index.html"), ModelPage.of(layout), UTF_8)
                    .toString());
            terminal.answer(Files.writeString(folder.resolve("model.mmd"), Mermaid.of(layout), UTF_8)
                    .toString());
            return ExitCode.OK.number();
        }
    }

    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Shows it in a browser, made anew for each look, until it is told to stop.")
    int serve(
            @Mixin ModelOptions model,
            @Option(
                            names = "--port",
                            defaultValue = "8092",
                            description = "Where it can be seen, on this machine only. Default: ${DEFAULT-VALUE}")
                    int port,
            @Mixin GlobalOptions options)
            throws IOException, InterruptedException {
        page(model, options);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, model, options));
        server.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> server.stop(0)));
        terminal.say("Look at http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
        new CountDownLatch(1).await();
        return ExitCode.OK.number();
    }

    /// Whoever is at work on the model sees its mistakes in place of the page.
    private static void answer(HttpExchange exchange, ModelOptions model, GlobalOptions options) throws IOException {
        try (exchange) {
            try {
                send(exchange, "text/html", page(model, options));
            } catch (InvalidModel invalid) {
                send(exchange, "text/plain", FailureReport.of(invalid).sentence());
            }
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(HTTP_OK, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String page(ModelOptions model, GlobalOptions options) {
        try (Session session = options.brief(model.settings())) {
            return ModelPage.of(WarehouseLayout.of(
                    session.bean(ModelReader.class).readValid().model()));
        }
    }
}
