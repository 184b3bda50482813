package dev.startide.adapter.outbound.pulsar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.dev.TestPulsar;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.QuarantineNotices;
import dev.startide.domain.testkit.QuarantineNoticesContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulsarNoticesIT extends QuarantineNoticesContract {

    private static final Pattern NUMBER = Pattern.compile("\"notice\":([0-9]+)");

    private final String topic = "persistent://public/default/notices-" + UUID.randomUUID();
    private final PulsarNotices notices = to(TestPulsar.serviceUrl(), Duration.ofSeconds(20));
    private final List<Message<byte[]>> messages = new ArrayList<>();

    private PulsarNotices to(String serviceUrl, Duration timeout) {
        return new PulsarNotices(new NoticesConfig(topic, timeout), new BrokerAddress(serviceUrl, "", "", ""));
    }

    @AfterEach
    void close() {
        notices.close();
    }

    @Override
    protected QuarantineNotices notices() {
        return notices;
    }

    @Override
    protected List<Long> received(int count) {
        try (PulsarClient client = PulsarClient.builder()
                        .serviceUrl(TestPulsar.serviceUrl())
                        .build();
                Consumer<byte[]> consumer = client.newConsumer()
                        .topic(topic)
                        .subscriptionName("test")
                        .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
                        .subscribe()) {
            while (messages.size() < count) {
                Message<byte[]> message = consumer.receive(30, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("Only %d notices came".formatted(messages.size()));
                }
                messages.add(message);
            }
        } catch (PulsarClientException failure) {
            throw new IllegalStateException(failure);
        }
        return messages.stream().map(PulsarNoticesIT::number).toList();
    }

    @Test
    void saysWhyAndWhereAndNothingOfWhatTheEventSays() {
        // When
        notices.send(List.of(aNotice(7)));

        // Then
        received(1);
        assertThat(messages.getFirst().getKey()).isEqualTo("orders 1:7");
        assertThat(new String(messages.getFirst().getData(), UTF_8)).isEqualTo("""
            {"notice":7,"event":"1:7","source":"orders","stage":"PARSE","reason":"TYPE_MISMATCH",\
            "message":"no number","attempts":1,"at":"2026-03-15T12:00:00Z"}\
            """);
    }

    @Test
    void saysThatTheBrokerIsAway() {
        // Given
        PulsarNotices nowhere = to("pulsar://127.0.0.1:1", Duration.ofMillis(300));

        // When
        // Then
        assertThatThrownBy(() -> nowhere.send(List.of(aNotice(7))))
                .isInstanceOfSatisfying(
                        StartideException.class,
                        failure -> assertThat(failure.code()).isEqualTo(FailureCode.SOURCE_UNAVAILABLE));
        nowhere.close();
    }

    private static long number(Message<byte[]> message) {
        Matcher found = NUMBER.matcher(new String(message.getData(), UTF_8));
        if (!found.find()) {
            throw new AssertionError("No notice has come");
        }
        return Long.parseLong(found.group(1));
    }
}
