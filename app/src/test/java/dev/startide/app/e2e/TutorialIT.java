package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who follows the tutorial, step by step, gets what it says. Only the service is not started: the commands load
/// themselves what it would load.
class TutorialIT {

    private static final Path TUTORIAL = Path.of("..", "docs", "tutorial.md");

    /// A block, what is said before it, and the table behind it, if there is one.
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(json|yaml|sh|sql)\n(.*?)^```\n\n?((?:^\\|[^\n]*\n)*)");

    private static final Pattern FILE = Pattern.compile("`webshop/([a-z0-9.]+)`");

    private static final int CHANGES_PENDING = 4;

    private final TestDatabase database = TestPostgres.freshDatabase();

    @TempDir
    private Path folder;

    @Test
    void everyStepGivesWhatItSays() throws IOException, SQLException {
        Files.createDirectory(folder.resolve("webshop"));
        String text = Files.readString(TUTORIAL);
        int queries = 0;
        int end = 0;
        for (MatchResult block : BLOCK.matcher(text).results().toList()) {
            switch (block.group(1)) {
                case "sh" -> block.group(2).lines().forEach(this::give);
                case "sql" -> {
                    assertThat(rows(block.group(2))).isEqualTo(table(block.group(3)));
                    queries++;
                }
                default -> save(text.substring(end, block.start()), block.group(2));
            }
            end = block.end();
        }
        assertThat(queries).isEqualTo(4);
        assertThat(folder.resolve("webshop").resolve("docs").resolve("index.html"))
                .exists();
        assertThat(folder.resolve("webshop").resolve("sources.yml")).exists();
    }

    /// Adds to the file that was named last.
    private void save(String before, String content) throws IOException {
        String name = "";
        for (Matcher file = FILE.matcher(before); file.find(); ) {
            name = file.group(1);
        }
        Files.writeString(
                folder.resolve("webshop").resolve(name), content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void give(String line) {
        if (line.startsWith("./startide run") || !line.startsWith("./startide ")) {
            return;
        }
        List<String> words = words(line.substring("./startide ".length()));
        CommandRun run = run(words);
        assertThat(run.exitCode())
                .as("%s%n%s%s", line, run.answers(), run.messages())
                .isEqualTo(words.getFirst().equals("plan") ? CHANGES_PENDING : 0);
    }

    private CommandRun run(List<String> words) {
        Path model = folder.resolve("webshop").resolve("warehouse.yaml");
        return switch (words.getFirst()) {
            case "infer" -> CommandRun.given(words);
            case "validate", "docs", "export" ->
                CommandRun.given(Stream.concat(words.stream(), Stream.of("--model", model.toString()))
                        .toList());
            case "test" -> CommandRun.of(TestPostgres.freshDatabase(), model, words.toArray(String[]::new));
            default -> CommandRun.of(database, model, words.toArray(String[]::new));
        };
    }

    /// Words as a shell has them, with files in the folder of this test.
    private List<String> words(String line) {
        return Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .map(word -> word.startsWith("webshop") ? folder.resolve(word).toString() : word)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    String cell = rows.getString(column);
                    cells.add(cell == null ? "" : cell);
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        }
    }

    /// The rows of a table in Markdown, without its head.
    private static List<String> table(String markdown) {
        return markdown.lines()
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .limit(line.chars().filter(letter -> letter == '|').count() - 1)
                        .map(String::strip)
                        .collect(Collectors.joining("|")))
                .toList();
    }
}
