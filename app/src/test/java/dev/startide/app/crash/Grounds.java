package dev.startide.app.crash;

import dev.startide.app.instance.InstanceOptions;
import dev.startide.dev.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the orchard is: a folder with its model, a database, and a topic of a broker.
final class Grounds {

    private final Path folder;
    private final TestDatabase database;
    private final String pulsarUrl;
    private final String topic;
    private int era;

    Grounds(Path folder, TestDatabase database, String pulsarUrl, String topic) {
        this.folder = folder;
        this.database = database;
        this.pulsarUrl = pulsarUrl;
        this.topic = topic;
    }

    Path model() {
        return folder.resolve("warehouse.yaml");
    }

    int era() {
        return era;
    }

    /// From now on whoever starts has the model of this era.
    void enter(int next) throws IOException {
        era = next;
        Files.writeString(model(), OrchardModel.of(era, topic));
    }

    TestDatabase database() {
        return database;
    }

    Farm farm() {
        return Farm.of(model(), database);
    }

    Stall stall() throws IOException {
        return Stall.at(pulsarUrl, topic);
    }

    /// An instance as operators start it, which looks for topics more often.
    InstanceOptions instance(String name) {
        return InstanceOptions.of(name, folder, model(), database)
                .with("startide.pulsar.service-url", pulsarUrl)
                .with("startide.pulsar.partitions-interval", "2s");
    }
}
