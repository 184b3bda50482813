package dev.startide.domain.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts in which a model differs from one that was applied.
///
/// @param former the one that was applied
public record ModelComparison(ModelVersion former, List<Part> parts) {

    /// A part of a model's description: `Entity[name=customer, …`.
    private static final Pattern PART = Pattern.compile("(\\w+)\\[(?:name|target)=([^,\\]]*)(?:, event=([^,\\]]*))?");

    public ModelComparison {
        parts = List.copyOf(parts);
    }

    /// What became of a part.
    public enum Fate {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// A part that differs.
    ///
    /// @param name its kind and its name
    /// @param before what it said, as far as it says something else now; empty if it was not there
    /// @param after what it says, as far as that is new; empty if it is not there
    public record Part(Fate fate, String name, String before, String after) {}

    /// What differs.
    ///
    /// @param description of the model now, one line for each of its parts
    public static ModelComparison of(ModelVersion former, String description) {
        Map<String, String> before = partsOf(former.description());
        Map<String, String> after = partsOf(description);
        List<Part> parts = new ArrayList<>();
        after.forEach((name, text) -> {
            String was = before.get(name);
            if (was == null) {
                parts.add(new Part(Fate.ADDED, name, "", text));
            } else if (!was.equals(text)) {
                parts.add(changed(name, was, text));
            }
        });
        before.forEach((name, text) -> {
            if (!after.containsKey(name)) {
                parts.add(new Part(Fate.REMOVED, name, text, ""));
            }
        });
        return new ModelComparison(former, parts);
    }

    /// Without what both have at their beginning and at their end.
    private static Part changed(String name, String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int same = 0;
        while (same < shorter && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int sameEnd = 0;
        while (sameEnd < shorter - same
                && before.charAt(before.length() - 1 - sameEnd) == after.charAt(after.length() - 1 - sameEnd)) {
            sameEnd++;
        }
        return new Part(
                Fate.CHANGED,
                name,
                before.substring(same, before.length() - sameEnd),
                after.substring(same, after.length() - sameEnd));
    }

    /// By kind and name; what has none is known by what it says.
    private static Map<String, String> partsOf(String description) {
        Map<String, String> parts = new LinkedHashMap<>();
        description.lines().forEach(line -> parts.put(nameOf(line), line));
        return parts;
    }

    private static String nameOf(String line) {
        Matcher part = PART.matcher(line);
        if (!part.lookingAt()) {
            return line;
        }
        String feeding = Objects.requireNonNullElse(part.group(3), "");
        return "%s %s%s".formatted(part.group(1), part.group(2), feeding.isEmpty() ? "" : " from " + feeding);
    }
}
