package dev.startide.warehouse.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One mistake in the web-shop: `#` says what it is about, `-` lines of the shop are replaced by
/// `+` lines, and `=` lines are the issues that follow.
record Mistake(String name, String original, String replacement, List<String> issues) {

    static List<Mistake> read(String text) {
        List<Mistake> mistakes = new ArrayList<>();
        for (String block : text.strip().split("\n\n", -1)) {
            List<String> lines = block.lines().toList();
            mistakes.add(new Mistake(
                    String.join(" ", marked(lines, "# ")),
                    String.join("\n", marked(lines, "-")),
                    String.join("\n", marked(lines, "+")),
                    marked(lines, "= ")));
        }
        return mistakes;
    }

    List<String> foundIssues() {
        return Resolutions.issues(Documents.shopWith(original, replacement));
    }

    String rewritten() {
        Stream<String> lines = Stream.of(
                        Stream.of("# " + name),
                        original.lines().map(line -> "-" + line),
                        replacement.lines().map(line -> "+" + line),
                        foundIssues().stream().map(issue -> "= " + issue))
                .flatMap(part -> part);
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }
}
