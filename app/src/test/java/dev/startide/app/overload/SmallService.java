package dev.startide.app.overload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.instance.Instance;
import dev.startide.app.instance.InstanceOptions;
import dev.startide.dev.TestDatabase;
import dev.startide.domain.testkit.Await;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The product as a process of its own, as `run` starts it, with a heap of 256 MB and otherwise
/// default settings.
final class SmallService implements AutoCloseable {

    private static final String MODEL = """
            version: 1
            name: tills
            sources:
              tills: { http: { path: /events/tills } }
            events:
              sold:
                source: tills
                time: sold_at
                fields: { sale_id: text, amount: "decimal(12,2)", sold_at: timestamptz }
            entities:
              sale: { from: sold, key: sale_id }
            facts:
              sale: { of: sale, grain: sale_id, time: sold_at, measures: { amount: sum } }
            """;

    private final Instance instance;
    private final Path output;

    private SmallService(Instance instance, Path output) {
        this.instance = instance;
        this.output = output;
    }

    static SmallService start(Path folder, TestDatabase database) throws IOException {
        Path model = Files.writeString(folder.resolve("tills.yaml"), MODEL);
        Instance instance = Instance.run(InstanceOptions.of("service", folder, model, database)
                .withOnly("-Xmx256m", "-XX:MaxDirectMemorySize=192m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseG1GC"));
        SmallService service = new SmallService(instance, folder.resolve("service.log"));
        try {
            Await.until("the service is ready", Duration.ofMinutes(3), service::isReady);
            return service;
        } catch (AssertionError never) {
            service.close();
            throw never;
        }
    }

    URI events() {
        return instance.address("/events/tills");
    }

    boolean isAlive() {
        return instance.isAlive();
    }

    boolean isReady() {
        return instance.isReady();
    }

    /// Everything it said.
    String said() throws IOException {
        return Files.readString(output, UTF_8);
    }

    @Override
    public void close() {
        instance.close();
    }
}
