package dev.startide.adapter.inbound.http;

import static dev.startide.adapter.inbound.http.HttpBench.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.event.IncomingEvent.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are signed as Standard Webhooks has it.
class WebhookTest {

    private static final String JSON = "application/json";
    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEXT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final long SENT = NOW.getEpochSecond() - 60;

    private final HttpBench bench = new HttpBench(
            Map.of("orders.webhook.secret", "whsec_%s whsec_%s".formatted(SECRET, NEXT)),
            Map.of("path", "/events/orders", "webhook_secret", "ORDERS_WEBHOOK_SECRET"));

    @AfterEach
    void stop() {
        bench.close();
    }

    private static String signature(String secret, String id, long sent, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            byte[] made = mac.doFinal("%s.%d.%s".formatted(id, sent, body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(made);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int post(String id, long sent, String signature, String body) {
        return bench.post(
                        JSON,
                        body,
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(sent),
                        "webhook-signature",
                        signature)
                .statusCode();
    }

    /// From the specification's own example.
    @Test
    void agreesWithTheExampleOfTheSpecification() throws RefusedException {
        // Given
        var call = new WebhookCall(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                java.util.List.of(Base64.getDecoder().decode("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")));

        // When
        boolean signed = WebhookSecrets.parse("whsec_" + SECRET)
                .signed(call, "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(signed).isTrue();
    }

    @Test
    void areTakenUnderTheirMessagesId() {
        // Given
        String body = "{\"n\" : 1.50}";

        // When
        int status = post("msg_1", SENT, signature(SECRET, "msg_1", SENT, body), body);

        // Then
        assertThat(status).isEqualTo(202);
        assertThat(bench.bodies()).containsExactly(body);
        assertThat(bench.events().getFirst().identity()).isEqualTo(new Identity.Given("webhook msg_1"));
        assertThat(bench.events().getFirst().headers()).containsEntry("webhook-id", "msg_1");
    }

    @Test
    void areTakenOnceHoweverOftenTheyCome() {
        // Given
        post("msg_1", SENT, signature(SECRET, "msg_1", SENT, "{}"), "{}");

        // When
        int status = post("msg_1", SENT + 30, signature(SECRET, "msg_1", SENT + 30, "{}"), "{}");

        // Then
        assertThat(status).isEqualTo(202);
        assertThat(bench.events()).hasSize(1);
    }

    @Test
    void mayBeSignedWithEitherSecretWhileOneIsExchanged() {
        // When
        int status = post("msg_1", SENT, "v1a,abc v1,??? " + signature(NEXT, "msg_1", SENT, "{}"), "{}");

        // Then
        assertThat(status).isEqualTo(202);
    }

    @Test
    void areRefusedIfTheBodyWasChanged() {
        // When
        int status = post("msg_1", SENT, signature(SECRET, "msg_1", SENT, "{}"), "{ }");

        // Then
        assertThat(status).isEqualTo(401);
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void areRefusedIfTheIdWasChanged() {
        // When
        int status = post("msg_2", SENT, signature(SECRET, "msg_1", SENT, "{}"), "{}");

        // Then
        assertThat(status).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void areRefusedIfTheyAreOldOrFromTheFuture(long seconds) {
        // Given
        long sent = NOW.getEpochSecond() + seconds;

        // When
        int status = post("msg_1", sent, signature(SECRET, "msg_1", sent, "{}"), "{}");

        // Then
        assertThat(status).isEqualTo(401);
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void areRefusedWithoutASignature() {
        // When
        var answer = bench.post(JSON, "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("webhook-id is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_short", "whsec_!!!", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw x y"})
    void needSecretsThatCanBeUsedAndAreNotTold(String secret) {
        // When
        assertThatThrownBy(() -> new HttpBench(
                        Map.of("orders.webhook.secret", secret), Map.of("webhook_secret", "ORDERS_WEBHOOK_SECRET")))

                // Then
                .hasMessageContaining("ORDERS_WEBHOOK_SECRET")
                .hasMessageNotContaining("short")
                .hasMessageNotContaining("!!!");
    }
}
