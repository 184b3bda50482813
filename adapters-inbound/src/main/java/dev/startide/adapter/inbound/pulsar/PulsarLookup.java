package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.pulsar.PulsarOptions.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.impl.LookupService;
import org.apache.pulsar.client.impl.PulsarClientImpl;
import org.apache.pulsar.common.api.proto.CommandGetTopicsOfNamespace.Mode;
import org.apache.pulsar.common.naming.TopicName;
import org.apache.pulsar.common.schema.SchemaInfo;

/// What is asked of the broker beside messages. Safe for use by many threads.
///
/// @param limit how long an answer may take
record PulsarLookup(PulsarClient client, Duration limit) {

    /// The full names of the partitions of a topic; its own if it has none.
    List<String> partitionsOf(String topic) throws PulsarClientException {
        return answer(client.getPartitionsForTopic(topic, false));
    }

    /// The full names of the topics that are read at present.
    List<String> topics(Topics topics) throws PulsarClientException {
        return switch (topics) {
            case Topics.One(String topic) -> List.of(topic);
            case Topics.Like(String text, Pattern pattern) -> topicsLike(text, pattern);
        };
    }

    /// The full names of the topics that fit, without those of single partitions.
    ///
    /// @param anyOfNamespace names the namespace; its last part is not looked at
    private List<String> topicsLike(String anyOfNamespace, Pattern pattern) throws PulsarClientException {
        var namespace = TopicName.get(anyOfNamespace).getNamespaceObject();
        return answer(lookup().getTopicsUnderNamespace(namespace, Mode.PERSISTENT, null, null)).getTopics().stream()
                .map(topic -> TopicName.get(topic).getPartitionedTopicName())
                .distinct()
                .filter(topic -> pattern.matcher(topic).matches())
                .sorted()
                .toList();
    }

    /// A version of a topic's schema, whatever its type, or empty if the broker does not know it.
    Optional<SchemaInfo> schema(String topic, byte[] version) throws PulsarClientException {
        return answer(lookup().getSchema(TopicName.get(topic), version));
    }

    private LookupService lookup() {
        return ((PulsarClientImpl) client).getLookup();
    }

    private <T> T answer(CompletableFuture<T> asked) throws PulsarClientException {
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof PulsarClientException known
                    ? known
                    : new PulsarClientException(refused.getCause());
        } catch (TimeoutException unanswered) {
            throw new PulsarClientException.TimeoutException("The broker did not answer within " + limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PulsarClientException(interrupted);
        }
    }
}
