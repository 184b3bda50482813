package dev.startide.warehouse.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void findsTheNameWithTwoLettersSwapped() {
        // When
        var nearest = Suggestion.nearest("cutsomer", List.of("product", "customer"));

        // Then
        assertThat(nearest).contains("customer");
    }

    @Test
    void prefersTheNearerName() {
        // When
        var nearest = Suggestion.nearest("orders", List.of("order_s", "orderz", "order"));

        // Then
        assertThat(nearest).contains("order");
    }

    @Test
    void guessesNothingForAShortNameThatIsQuiteDifferent() {
        // When
        var nearest = Suggestion.nearest("id", List.of("if", "ids"));

        // Then
        assertThat(nearest).isEmpty();
    }

    @Test
    void listsSomeOfManyNamesWhereNoneIsNear() {
        // Given
        var many = IntStream.rangeClosed(1, 20).mapToObj(i -> "name" + i).toList();

        // When
        var sentence = Suggestion.sentence("something", many, "");

        // Then
        assertThat(sentence).startsWith("Known here: name1, name2,").endsWith("name16, ….");
    }

    @Test
    void saysSomethingElseWhereNothingIsKnown() {
        // When
        var sentence = Suggestion.sentence("x", Collections.emptyList(), "Declare it.");

        // Then
        assertThat(sentence).isEqualTo("Declare it.");
    }
}
