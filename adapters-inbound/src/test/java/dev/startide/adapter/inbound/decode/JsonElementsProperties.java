package dev.startide.adapter.inbound.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.decode.JsonElements.Cut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever stands in an array, and however it is spaced, each slice is what was written.
class JsonElementsProperties {

    private static final int TRIALS = Integer.getInteger("property.trials", 2_000);
    private static final String[] SPACES = {"", " ", "\n", "\t ", "\r\n"};
    private static final String[] TEXTS = {
        "", "plain", "]", "}{", "\\\"", "\\\\", "\\u0000", "é", "日本", "🙂", "\\ud83d\\ude42", "a,b:c", "//", "\\n"
    };
    private static final String[] SCALARS = {"0", "-1.50e+3", "12345678901234567890", "true", "false", "null"};

    @Test
    void everySliceIsWhatWasWritten() {
        for (long seed = 0; seed < TRIALS; seed++) {
            // Given
            SplittableRandom random = new SplittableRandom(seed);
            List<String> elements = new ArrayList<>();
            for (int count = random.nextInt(6); count > 0; count--) {
                elements.add(value(random, 0));
            }
            String array = spaced(random, "[") + String.join(",", spacedAll(random, elements)) + spaced(random, "]");

            // When
            Cut cut = JsonElements.of(array.getBytes(StandardCharsets.UTF_8), elements.size());

            // Then
            assertThat(cut)
                    .as("seed %d: %s", seed, array)
                    .isInstanceOfSatisfying(
                            Cut.Elements.class,
                            found -> assertThat(found.slices())
                                    .extracting(slice -> new String(slice, StandardCharsets.UTF_8))
                                    .isEqualTo(elements));
        }
    }

    @Test
    void noPrefixOfAnArrayIsTakenForOne() {
        for (long seed = 0; seed < TRIALS; seed++) {
            // Given
            SplittableRandom random = new SplittableRandom(seed);
            byte[] array = ("[" + value(random, 0) + "," + value(random, 0) + "]").getBytes(StandardCharsets.UTF_8);
            byte[] prefix = Arrays.copyOf(array, random.nextInt(array.length));

            // When
            Cut cut = JsonElements.of(prefix, 10);

            // Then
            assertThat(cut).as("seed %d", seed).isInstanceOf(Cut.Malformed.class);
        }
    }

    private static List<String> spacedAll(SplittableRandom random, List<String> elements) {
        return elements.stream().map(element -> spaced(random, element)).toList();
    }

    private static String spaced(SplittableRandom random, String text) {
        return pick(random, SPACES) + text + pick(random, SPACES);
    }

    private static String value(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth > 4 ? 2 : 4);
        return switch (kind) {
            case 0 -> pick(random, SCALARS);
            case 1 -> "\"" + pick(random, TEXTS) + "\"";
            case 2 -> "[" + String.join(",", spacedAll(random, values(random, depth))) + "]";
            default ->
                "{"
                        + String.join(
                                ",",
                                values(random, depth).stream()
                                        .map(value -> spaced(random, "\"" + pick(random, TEXTS) + "\"") + ":"
                                                + spaced(random, value))
                                        .toList())
                        + "}";
        };
    }

    private static List<String> values(SplittableRandom random, int depth) {
        List<String> values = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            values.add(value(random, depth + 1));
        }
        return values;
    }

    private static String pick(SplittableRandom random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
