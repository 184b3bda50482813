package dev.startide.domain.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.language.TestParts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tests of models can expect every reason for which the load quarantines an event.
class ReasonsTest {

    @Test
    void areWordsOfTheLanguage() {
        // Given
        Stream<Reason> reasons = Stream.of(Reason.values()).filter(reason -> reason != Reason.ID_CONFLICT);

        // When
        List<String> names = reasons.map(Reason::name).toList();

        // Then
        assertThat(TestParts.REASONS).containsExactlyElementsOf(names);
    }
}
