package dev.startide.app.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Commands that documents show exist, with the options that they are shown with.
class DocumentedCommandsTest {

    private static final Pattern CALL = Pattern.compile("startide ((?:[^`\n#|\\\\]|\\\\\n)+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    /// Commands that have commands of their own.
    private static final Set<String> GROUPS = Set.of("docs", "key", "quarantine");

    /// A command as it is written after the name of the program, and an option behind it; or no option.
    private record Use(String command, String option) {}

    @Test
    void exist() {
        // Given
        Map<String, Set<String>> uses = Documents.ofTheProject().all().stream()
                .map(Documents::read)
                .flatMap(DocumentedCommandsTest::uses)
                .collect(groupingBy(Use::command, TreeMap::new, mapping(Use::option, toSet())));

        // When
        List<String> unknown = uses.entrySet().stream()
                .flatMap(use -> unknown(use.getKey(), use.getValue()))
                .toList();

        // Then
        assertThat(uses).containsKeys("demo", "run", "ingest");
        assertThat(unknown).isEmpty();
    }

    private static Stream<Use> uses(String document) {
        return CALL.matcher(document)
                .results()
                .map(call -> call.group(1).strip())
                .filter(call -> call.matches("(?s)[a-z]+( .*)?"))
                .flatMap(call -> {
                    String command = commandOf(call.split("\\s+"));
                    Stream<String> options = OPTION.matcher(call).results().map(match -> match.group());
                    return Stream.concat(Stream.of(""), options).map(option -> new Use(command, option));
                });
    }

    private static String commandOf(String[] words) {
        return GROUPS.contains(words[0]) && words.length > 1 ? words[0] + " " + words[1] : words[0];
    }

    private static Stream<String> unknown(String command, Set<String> options) {
        Program help = Program.run((command + " --help").split(" "));
        return help.exitCode() == 0
                ? options.stream()
                        .filter(option -> !help.answers().contains(option))
                        .map(option -> command + " " + option)
                : Stream.of(command);
    }
}
