package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.e2e.NumberedTopic.Had;
import dev.startide.app.instance.Instance;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes share the partitions of a topic and one warehouse.
class PulsarInstancesIT {

    /// The broker notices after a minute at the most that a client hangs.
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @Test
    void losesAndDoublesNothingWhenOneHangsAndComesBackAndTheOtherIsKilled() throws Exception {
        // Given
        TestDatabase database = TestPostgres.freshDatabase();
        try (NumberedTopic topic = new NumberedTopic(folder, 4);
                Instance one = topic.start("one", database)) {
            topic.send(1_000);
            awaitAll(database, topic, one);
            try (Instance other = topic.start("other", database)) {
                topic.send(1_000);
                awaitAll(database, topic, other);

                // When
                one.suspend();
                topic.send(1_000);
                awaitAll(database, topic, other);
                one.resume();
                topic.send(1_000);
                awaitAll(database, topic, other);
                other.kill();
                topic.send(1_000);
                awaitAll(database, topic, one);
            }

            // Then
            assertThat(NumberedTopic.had(database)).isEqualTo(Had.all(5_000));
        }
    }

    private static void awaitAll(TestDatabase database, NumberedTopic topic, Instance instance) {
        Eventually.holds(
                LIMIT,
                () -> NumberedTopic.had(database).numbers() >= topic.sent(),
                () -> "%d were sent, %s, %s".formatted(topic.sent(), NumberedTopic.had(database), instance.said()));
    }
}
