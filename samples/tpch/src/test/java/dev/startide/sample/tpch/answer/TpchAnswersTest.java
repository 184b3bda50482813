package dev.startide.sample.tpch.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.sample.tpch.EventSet;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class TpchAnswersTest {

    private static final EventSet DEMO = TpchEvents.of(TpchSettings.DEMO).set();

    @Test
    void areManyAndNotTrivial() {
        // When
        var answers = TpchAnswers.of(DEMO);

        // Then
        assertThat(answers).hasSize(15).extracting(Answer::name).doesNotHaveDuplicates();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.rows()).as(answer.name()).hasSizeGreaterThan(2);
            assertThat(answer.rows()).as(answer.name()).doesNotHaveDuplicates();
            assertThat(answer.sql()).as(answer.name()).startsWith("-- ").doesNotContain(";");
        });
    }

    @Test
    void holdForEveryOrderOfTheEvents() {
        // Given
        var reversed = new EventSet(
                DEMO.customers().reversed(),
                DEMO.suppliers().reversed(),
                DEMO.parts().reversed(),
                DEMO.orders().reversed());

        // When
        var answers = TpchAnswers.of(reversed);

        // Then
        assertThat(answers).isEqualTo(TpchAnswers.of(DEMO));
    }

    @Test
    void lookAtACustomerAsItWasWhenTheOrderWasPlaced() {
        // Given
        var events = TinyCompany.whereACustomerMovesToPeru();

        // When
        var answers = TpchAnswers.of(events);

        // Then
        assertThat(rowsOf("orders_by_segment", answers))
                .containsExactly(List.of("BUILDING", "2", "30"), List.of("MACHINERY", "1", "12.5"));
        assertThat(rowsOf("orders_of_moved_customers", answers)).containsExactly(List.of("FRANCE", "2", "30"));
        assertThat(rowsOf("members_and_versions", answers))
                .containsExactly(
                        List.of("customer", "1", "2", "1"),
                        List.of("part", "1", "1", "1"),
                        List.of("supplier", "1", "1", "1"));
        assertThat(rowsOf("customers_by_phone", answers)).containsExactly(List.of("27", "2", "14"));
    }

    private static List<List<String>> rowsOf(String name, List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.name().equals(name))
                .findFirst()
                .orElseThrow()
                .rows();
    }
}
