package dev.startide.adapter.outbound.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "größer 🚀",
                "a\u0000b",
                "\\",
                "\\\\u0000",
                "\ud83d",
                "\ude80 x",
                "🚀\ud83d",
                "\u0000\u0000"
            })
    void comesBackAsItWas(String text) {
        // When
        String again = StorableText.unescape(StorableText.escape(text));

        // Then
        assertThat(again).isEqualTo(text);
    }

    @Test
    void leavesTextAloneThatNeedsNoEscape() {
        // Given
        String text = "größer 🚀";

        // When
        String escaped = StorableText.escape(text);

        // Then
        assertThat(escaped).isSameAs(text);
    }

    @Test
    void showsWhatItEscapes() {
        // When
        String escaped = StorableText.escape("a\u0000\\\ud83d");

        // Then
        assertThat(escaped).isEqualTo("a\\u0000\\\\\\ud83d");
    }
}
