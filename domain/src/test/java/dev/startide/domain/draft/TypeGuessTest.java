package dev.startide.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Scalar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text:a text:b                                            | text",
                "text:2026-03-01 text:2026-03-02                          | date",
                "text:2026-03-01 text:soon                                | text",
                "text:2026-03-01T10:00:00Z text:2026-03-01T10:00:00+01:00 | timestamptz",
                "text:12:30                                               | time",
                "text:9b2f7c1e-0000-4000-8000-000000000000                | uuid",
                "whole:1 whole:99999999                                   | int",
                "whole:1 whole:100000000                                  | bigint",
                "whole:1 text:A1                                          | text",
                "exact:1.50 exact:12.125                                  | decimal(12,3)",
                "exact:1234567890.5 whole:7                               | decimal(15,2)",
                "exact:12345678901234567890                               | decimal(23,0)",
                "exact:0.123456789012345                                  | double",
                "exact:1e400                                              | decimal(404,0)",
                "truth:true truth:false                                   | boolean",
                "truth:true whole:1                                       | json",
                "text:yes truth:true                                      | json"
            })
    void takesTheNarrowestSensibleType(String values, String type) {
        // Given
        List<Scalar> scalars = Arrays.stream(values.split("\\s+", -1))
                .map(TypeGuessTest::scalar)
                .toList();

        // When
        var guess = TypeGuess.of(scalars);

        // Then
        assertThat(guess.orElseThrow().type().sqlName()).isEqualTo(type);
    }

    @Test
    void hasNoTypeForWhatADatabaseCannotHold() {
        // When
        var guess = TypeGuess.of(List.of(new Scalar.Text("a\u0000b")));

        // Then
        assertThat(guess).isEmpty();
    }

    private static Scalar scalar(String text) {
        String value = text.substring(text.indexOf(':') + 1);
        return switch (text.substring(0, text.indexOf(':'))) {
            case "text" -> new Scalar.Text(value);
            case "whole" -> new Scalar.Whole(Long.parseLong(value));
            case "exact" -> new Scalar.Exact(new BigDecimal(value));
            default -> new Scalar.Truth(Boolean.parseBoolean(value));
        };
    }
}
