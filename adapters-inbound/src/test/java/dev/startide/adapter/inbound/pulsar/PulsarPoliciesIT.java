package dev.startide.adapter.inbound.pulsar;

import static dev.startide.adapter.inbound.pulsar.PulsarBench.source;
import static dev.startide.adapter.inbound.pulsar.PulsarBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.pulsar.PulsarConfig.Gaps;
import dev.startide.adapter.inbound.pulsar.PulsarConfig.LossyPolicies;
import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.diagnosis.Severity;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PulsarPoliciesIT {

    private PulsarBench bench;
    private String namespace = "";

    @BeforeEach
    void connect() throws Exception {
        bench = new PulsarBench(TestPulsar.serviceUrl());
        namespace = "public/policies-" + UUID.randomUUID();
        PulsarBench.admin("PUT", "/admin/v2/namespaces/" + namespace, "");
    }

    @AfterEach
    void disconnect() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messageTTL | 3600 | message TTL | 3600 seconds",
                "subscriptionExpirationTime | 60 | subscription expiration | 60 minutes",
                "backlogQuota | {\"limitSize\":1000000,\"limitTime\":-1,\"policy\":\"consumer_backlog_eviction\"} | backlog quota | too many",
            })
    void saysWhichPolicyLosesMessages(String setting, String value, String place, String says) throws Exception {
        // Given
        String topic = topic();
        bench.send(topic, 0, 1);
        set(setting, value);

        // When
        List<Diagnosis> found = diagnoses(topic);

        // Then
        assertThat(found)
                .filteredOn(diagnosis -> diagnosis.severity() == Severity.WARNING)
                .singleElement()
                .satisfies(diagnosis -> {
                    assertThat(diagnosis.place()).isEqualTo("source orders: " + place);
                    assertThat(diagnosis.says()).contains(topic, says);
                    assertThat(diagnosis.remedy()).contains("pulsar-admin");
                });
    }

    @Test
    void isContentWithAQuotaThatHoldsProducersBack() throws Exception {
        // Given
        String topic = topic();
        bench.send(topic, 0, 1);
        set("backlogQuota", "{\"limitSize\":1000000,\"limitTime\":-1,\"policy\":\"producer_request_hold\"}");
        set("retention", "{\"retentionTimeInMinutes\":-1,\"retentionSizeInMB\":-1}");

        // When
        List<Diagnosis> found = diagnoses(topic);

        // Then
        assertThat(found).extracting(Diagnosis::severity).containsOnly(Severity.FINE);
    }

    @Test
    void saysThatItCouldNotCheckWithoutTheAdminUrl() throws Exception {
        // Given
        String topic = topic();
        bench.send(topic, 0, 1);
        PulsarConfig config = PulsarBench.config(TestPulsar.serviceUrl(), 100);
        PulsarConnection connection = new PulsarConnection(config);

        // When
        List<Diagnosis> found = new PulsarDiagnoses(connection, config).of(source(topic, PayloadFormat.JSON));

        // Then
        connection.close();
        assertThat(found)
                .last()
                .satisfies(diagnosis -> assertThat(diagnosis.says()).contains("startide.pulsar.admin-url"));
    }

    @Test
    void warnsWhileItReadsAndStopsWarningWhenThePolicyIsGone() throws Exception {
        // Given
        String topic = topic();
        bench.send(topic, 0, 1);
        set("messageTTL", "3600");
        var running = bench.start(source(topic, PayloadFormat.JSON), config(LossyPolicies.WARN, Gaps.STOP));
        bench.awaitLogged(1);
        Eventually.until(
                "it warns", () -> running.warnings().stream().anyMatch(text -> text.contains("set-message-ttl")));

        // When
        set("messageTTL", "0");

        // Then
        Eventually.until("it warns no longer", () -> running.warnings().isEmpty());
        assertThat(running.health()).isEqualTo(new Health.Reading());
    }

    @Test
    void refusesToBeginWhileAPolicyLosesMessagesIfToldSo() throws Exception {
        // Given
        String topic = topic();
        bench.send(topic, 0, 1);
        set("messageTTL", "3600");

        // When
        var running = bench.start(source(topic, PayloadFormat.JSON), config(LossyPolicies.REFUSE, Gaps.STOP));

        // Then
        Eventually.until(
                "it says why",
                () -> running.health() instanceof Health.Waiting(var reason) && reason.contains("3600 seconds"));
        assertThat(bench.events()).isEmpty();
        set("messageTTL", "0");
        bench.awaitLogged(1);
    }

    /// The database is set back, after the broker has deleted what had been logged.
    @ParameterizedTest
    @EnumSource(Gaps.class)
    void saysThatMessagesAreMissing(Gaps gaps) throws Exception {
        // Given
        String topic = topic();
        SourcePosition stored = logged(topic, 0, 10);
        logged(topic, 10, 20);
        unload(topic);
        logged(topic, 20, 30);
        awaitDeleted(topic, stored);
        try (PulsarBench restored = new PulsarBench(TestPulsar.serviceUrl())) {
            restored.standAt(topic, stored);

            // When
            var running = restored.start(source(topic, PayloadFormat.JSON), config(LossyPolicies.WARN, gaps));

            // Then
            switch (gaps) {
                case STOP -> {
                    Eventually.until(
                            "it stops",
                            () -> running.health() instanceof Health.Stopped(var reason)
                                    && reason.contains("no longer at the broker")
                                    && reason.contains("startide.pulsar.gaps=accept"));
                    assertThat(restored.events()).isEmpty();
                }
                case ACCEPT -> {
                    restored.awaitLogged(10);
                    assertThat(restored.logged()).isEqualTo(texts(20, 30));
                }
            }
        }
    }

    /// Sends messages, has them logged and acknowledged, and says up to where that was.
    private SourcePosition logged(String topic, int from, int until) throws Exception {
        bench.send(topic, from, until);
        try (var running = bench.start(source(topic, PayloadFormat.JSON), 100)) {
            bench.awaitLogged(until);
            Eventually.until("everything is acknowledged", () -> PulsarBench.backlog(topic) == 0);
            assertThat(running.health()).isEqualTo(new Health.Reading());
        }
        return bench.position();
    }

    /// Closes the ledger that is written.
    private static void unload(String topic) {
        PulsarBench.admin("PUT", path(topic) + "/unload", "");
    }

    /// Waits until the ledger in which a position stands is deleted, as everybody has acknowledged it.
    private static void awaitDeleted(String topic, SourcePosition position) {
        String number = position.token().substring(0, position.token().indexOf(':'));
        Pattern ledger = Pattern.compile("\"ledgerId\"\\s*:\\s*%s\\b".formatted(number));
        PulsarBench.admin("POST", path(topic) + "/trim", "");
        Eventually.until(
                "the ledger is gone",
                () -> !ledger.matcher(PulsarBench.admin("GET", path(topic) + "/internalStats", ""))
                        .find());
    }

    private static String path(String topic) {
        return "/admin/v2/" + topic.replace("://", "/");
    }

    private String topic() {
        return "persistent://%s/orders".formatted(namespace);
    }

    private void set(String policy, String value) {
        PulsarBench.admin("POST", "/admin/v2/namespaces/%s/%s".formatted(namespace, policy), value);
    }

    private List<Diagnosis> diagnoses(String topic) throws Exception {
        PulsarConfig config = config(LossyPolicies.WARN, Gaps.STOP);
        PulsarConnection connection = new PulsarConnection(config);
        Source source = source(topic, PayloadFormat.JSON);
        try {
            return new PulsarDiagnoses(connection, config).of(source);
        } finally {
            connection.close();
        }
    }

    private static PulsarConfig config(LossyPolicies lossyPolicies, Gaps gaps) {
        return PulsarBench.config(TestPulsar.serviceUrl(), 100, null, TestPulsar.adminUrl(), lossyPolicies, gaps);
    }
}
