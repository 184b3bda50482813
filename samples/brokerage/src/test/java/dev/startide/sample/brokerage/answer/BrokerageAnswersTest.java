package dev.startide.sample.brokerage.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.sample.brokerage.BrokerageEvents;
import dev.startide.sample.brokerage.BrokerageSettings;
import dev.startide.sample.brokerage.Delivery;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerageAnswersTest {

    private static final BrokerageEvents SMALL = BrokerageEvents.of(BrokerageSettings.SMALL);

    @Test
    void askForSomethingThatIsThere() {
        // When
        List<Answer> answers = BrokerageAnswers.of(SMALL.inOrder());

        // Then
        assertThat(answers).hasSize(16).allMatch(answer -> !answer.rows().isEmpty());
        assertThat(answers).extracting(Answer::name).doesNotHaveDuplicates();
    }

    @Test
    void areTheSameHoweverTheEventsAreDelivered() {
        // Given
        var delivered = List.copyOf(new HashSet<>(SMALL.delivered(Delivery.SHUFFLED)));

        // When
        List<Answer> answers = BrokerageAnswers.of(delivered);

        // Then
        assertThat(answers).isEqualTo(BrokerageAnswers.of(SMALL.inOrder()));
    }
}
