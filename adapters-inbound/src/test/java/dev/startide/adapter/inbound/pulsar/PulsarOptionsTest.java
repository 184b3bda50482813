package dev.startide.adapter.inbound.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.adapter.inbound.pulsar.PulsarOptions.Topics;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PulsarOptionsTest {

    @Test
    void completesTheNameOfATopic() {
        // When
        PulsarOptions options = options(Map.of("topic", "orders"));

        // Then
        assertThat(options.topics()).isEqualTo(new Topics.One("persistent://public/default/orders"));
        assertThat(options.subscription()).isEqualTo("startide-orders");
    }

    @Test
    void takesAPatternOfTopics() {
        // When
        PulsarOptions options = options(Map.of("topics", "shop/sales/orders-.*"));

        // Then
        assertThat(options.topics())
                .isInstanceOfSatisfying(
                        Topics.Like.class,
                        like -> assertThat(like.pattern()
                                        .matcher("persistent://shop/sales/orders-at")
                                        .matches())
                                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "topics, shop/sales/(, no regular expression",
        "topics, shop/.*, not like persistent://tenant/namespace/topic",
        "topic, a/b, not like persistent://tenant/namespace/topic",
        "topicz, a, unknown options",
        "subscription, a, names no topic",
    })
    void saysWhatIsWrong(String option, String value, String complaint) {
        // When
        StartideException refusal = catchThrowableOfType(StartideException.class, () -> options(Map.of(option, value)));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.SETTING_INVALID);
        assertThat(refusal).hasMessageContaining(complaint);
    }

    private static PulsarOptions options(Map<String, String> options) {
        return PulsarOptions.of(PulsarBench.source(PayloadFormat.JSON, options));
    }
}
