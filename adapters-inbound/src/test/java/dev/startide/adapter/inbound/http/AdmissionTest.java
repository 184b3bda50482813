package dev.startide.adapter.inbound.http;

import static dev.startide.adapter.inbound.http.HttpBench.NOW;
import static dev.startide.adapter.inbound.http.HttpBench.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.access.ApiKey;
import dev.startide.domain.access.KeyHash;
import dev.startide.domain.access.KeyRing;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.access.SenderRate;
import dev.startide.domain.access.SenderScope;
import dev.startide.warehouse.mapping.SourceName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may send, where to, and how much.
class AdmissionTest {

    private static final String JSON = "application/json";
    private static final String KEY = "stk_first";
    private static final String NEXT = "stk_second";

    private final HttpBench bench = new HttpBench(Map.of("startide.http.max-events", "100"));

    @BeforeEach
    void giveKeys() {
        bench.senders.use(new KeyRing(List.of(
                key("shop", KEY, new SenderScope.Only(Set.of(ORDERS)), 10),
                key("shop", NEXT, new SenderScope.Only(Set.of(ORDERS)), 10),
                key("bank", "stk_bank", new SenderScope.Only(Set.of(new SourceName("payments"))), 10),
                key("admin", "stk_admin", new SenderScope.AllSources(), 1_000))));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static ApiKey key(String name, String key, SenderScope scope, int rate) {
        Sender sender = new Sender(new SenderName(name), scope, new SenderRate.Most(rate));
        return new ApiKey(sender, KeyHash.of(key), NOW);
    }

    @Test
    void refusesWhoeverShowsNothing() {
        // When
        var answer = bench.post(JSON, "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer realm=\"startide\"");
        assertThat(answer.body()).contains("urn:startide:problem:unauthenticated");
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNobodysAndDoesNotRepeatIt() {
        // When
        var answer = bench.post(JSON, "{}", "Authorization", "Bearer stk_guess");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("stk_guess");
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void doesNotTellStrangersWhichSourcesThereAre() {
        // When
        var answer = bench.postTo("/events/none/such", JSON, "{}".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void takesEventsOfAKeyForItsSource() {
        // When
        var answer = bench.post(JSON, "{}", "Authorization", "bearer  " + KEY);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(bench.events()).hasSize(1);
    }

    @Test
    void takesTheNextKeyOfASenderAsWell() {
        // When
        var answer = bench.post(JSON, "{}", "X-API-Key", NEXT);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void refusesAKeyForAnotherSource() {
        // When
        var answer = bench.post(JSON, "{}", "X-API-Key", "stk_bank");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("bank may not send to orders", "urn:startide:problem:forbidden");
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void refusesAKeyThatWasWithdrawn() {
        // Given
        bench.post(JSON, "{}", "X-API-Key", KEY);
        bench.senders.use(new KeyRing(List.of()));

        // When
        var answer = bench.post(JSON, "{}", "X-API-Key", KEY);

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(bench.events()).hasSize(1);
    }

    @Test
    void countsTheEventsOfAllKeysOfASenderTogether() {
        // Given
        bench.post("application/x-ndjson", "{}\n".repeat(6), "X-API-Key", KEY);
        bench.post("application/x-ndjson", "{}\n".repeat(6), "X-API-Key", NEXT);

        // When
        var answer = bench.post(JSON, "{}", "X-API-Key", KEY);

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
        assertThat(answer.body()).contains("urn:startide:problem:too-fast", "10 events per second");
        assertThat(bench.events()).hasSize(12);
    }

    @Test
    void letsASenderWaitForItsDebt() {
        // Given
        bench.post("application/x-ndjson", "{}\n".repeat(100), "X-API-Key", KEY);

        // When
        var answer = bench.post(JSON, "{}", "X-API-Key", KEY);

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("9");
    }

    @Test
    void doesNotMakeOneSenderWaitForAnother() {
        // Given
        bench.post("application/x-ndjson", "{}\n".repeat(100), "X-API-Key", KEY);

        // When
        var answer = bench.post(JSON, "{}", "X-API-Key", "stk_admin");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
    }
}
