package dev.startide.adapter.outbound.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.validation.ModelFileResult;
import dev.startide.warehouse.validation.ModelIssue.Severity;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a file holds, reading it ends with a model or with issues that have places.
class YamlModelFilesProperties {

    private static final int TRIALS = Integer.getInteger("property.trials", 400);
    private static final String[] SNIPPETS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        ",",
        "'",
        "\"",
        "#",
        "\n",
        "\n  ",
        "\t",
        "- ",
        "? ",
        "|",
        ">",
        "&a ",
        "*a",
        "!!x ",
        "---\n",
        "...",
        "~",
        "yes",
        "\\",
        "%",
        "\u0000",
        "\uFEFF",
        "\uD800",
        "é",
        "99999999999999999999",
        "__",
        "decimal(",
        "sum(",
        "event",
        "null",
        "<<: "
    };

    @Test
    void neverThrowsForAMutatedModel() {
        // Given
        var seed = Long.getLong("property.seed", 20_261_120L);
        var random = new Random(seed);
        var shop = Models.shop();

        for (int trial = 0; trial < TRIALS; trial++) {
            var mutated = mutate(shop, random);

            // When
            var result = Models.read(mutated);

            // Then
            assertThat(result.issues())
                    .as("seed %d, trial %d: %s", seed, trial, mutated)
                    .allSatisfy(issue -> {
                        assertThat(issue.line())
                                .isBetween(1, (int) mutated.lines().count() + 1);
                        assertThat(issue.column()).isPositive();
                        assertThat(issue.issue().problem()).isNotBlank();
                    });
            if (result instanceof ModelFileResult.Invalid) {
                assertThat(result.issues()).anyMatch(issue -> issue.issue().severity() == Severity.ERROR);
            }
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && !mutated.isEmpty(); i++) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + random.nextInt(30));
            switch (random.nextInt(5)) {
                case 0 -> mutated.insert(at, SNIPPETS[random.nextInt(SNIPPETS.length)]);
                case 1 -> mutated.delete(at, end);
                case 2 -> mutated.replace(at, end, SNIPPETS[random.nextInt(SNIPPETS.length)]);
                case 3 -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, end));
                default -> mutated.setLength(Math.max(1, at));
            }
        }
        return mutated.toString();
    }
}
