package dev.startide.warehouse.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which of the known names was meant by one that is not known.
public final class Suggestion {

    /// Most names that are listed in full where none is near.
    private static final int LISTED = 16;

    private Suggestion() {}

    /// The known name that the text is a misspelling of, if one is near enough.
    public static Optional<String> nearest(String text, Collection<String> known) {
        int tolerated = text.length() <= 2 ? 0 : text.length() <= 5 ? 1 : text.length() <= 9 ? 2 : 3;
        return known.stream()
                .filter(name -> distance(text, name) <= tolerated)
                .min(Comparator.<String>comparingInt(name -> distance(text, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// A sentence that names the nearest of the known names, or all of them.
    ///
    /// @param otherwise what to say when nothing is known
    public static String sentence(String text, Collection<String> known, String otherwise) {
        if (known.isEmpty()) {
            return otherwise;
        }
        return nearest(text, known)
                .map("Did you mean '%s'?"::formatted)
                .orElseGet(() -> "Known here: %s%s."
                        .formatted(
                                String.join(", ", known.stream().limit(LISTED).toList()),
                                known.size() > LISTED ? ", …" : ""));
    }

    /// How many letters must be changed, added, dropped or swapped with their neighbour.
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int step(int[][] steps, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(steps[i - 1][j - 1] + change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
