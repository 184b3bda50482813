package dev.startide.app.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.instance.Instance;
import dev.startide.app.instance.InstanceOptions;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPulsar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;

/// A topic of numbered messages, the model of a warehouse of them, and what a warehouse has of them.
final class NumberedTopic implements AutoCloseable {

    private final PulsarClient client;
    private final Producer<byte[]> producer;
    private final Path folder;
    private final Path model;
    private long sent;

    /// What a warehouse has.
    ///
    /// @param logged events in the raw log
    /// @param numbers different ones among the loaded
    /// @param gaps numbers that are missing below the largest
    record Had(long logged, long numbers, long gaps) {

        static Had all(long sent) {
            return new Had(sent, sent, 0);
        }
    }

    NumberedTopic(Path folder, int partitions) throws IOException {
        this.folder = folder;
        String topic = TestPulsar.freshPartitionedTopic("numbers", partitions);
        this.model = Files.writeString(folder.resolve("warehouse.yaml"), model(topic), UTF_8);
        this.client = PulsarClient.builder().serviceUrl(TestPulsar.serviceUrl()).build();
        this.producer = client.newProducer().topic(topic).create();
    }

    /// An instance that loads what is on the topic, and looks for partitions more often.
    Instance start(String name, TestDatabase database) throws IOException {
        return Instance.run(InstanceOptions.of(name, folder, model, database)
                .with("startide.pulsar.service-url", TestPulsar.serviceUrl())
                .with("startide.pulsar.partitions-interval", "2s"));
    }

    long sent() {
        return sent;
    }

    /// Sends as many more numbers, and waits until the broker has them.
    void send(int more) throws PulsarClientException {
        for (long number = sent; number < sent + more; number++) {
            var _ = producer.newMessage()
                    .key(Long.toString(number))
                    .value("{\"n\":%d,\"at\":\"2026-01-01T00:00:00Z\"}"
                            .formatted(number)
                            .getBytes(UTF_8))
                    .sendAsync();
        }
        producer.flush();
        sent += more;
    }

    /// What a warehouse has, which has no tables yet if it has just been made.
    static Had had(TestDatabase database) {
        List<String> questions = List.of(
                "select count(*) from raw.event",
                "select count(distinct n) from norm.number",
                "select coalesce(max(n) + 1 - count(distinct n), 0) from norm.number");
        long[] answers = new long[questions.size()];
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (int index = 0; index < answers.length; index++) {
                try (ResultSet row = statement.executeQuery(questions.get(index))) {
                    row.next();
                    answers[index] = row.getLong(1);
                }
            }
        } catch (SQLException notYet) {
            return new Had(-1, -1, -1);
        }
        return new Had(answers[0], answers[1], answers[2]);
    }

    @Override
    public void close() throws PulsarClientException {
        client.close();
    }

    private static String model(String topic) {
        return """
                version: 1
                name: numbers
                sources:
                  numbers: { pulsar: { topic: %s } }
                events:
                  counted:
                    source: numbers
                    time: at
                    fields: { n: { type: bigint, required: true }, at: timestamptz }
                entities:
                  number: { from: counted, key: n }
                """.formatted(topic);
    }
}
