package dev.startide.adapter.outbound.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Holidays;
import dev.startide.warehouse.validation.ModelFileResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludedFilesTest {

    private static final String HEAD = """
            version: 1
            name: shop
            sources: { s: { file: {} } }
            """;

    private static final String SOLD = """
            events:
              sold: { source: s, time: at, fields: { id: text, at: timestamptz } }
            """;

    private static final String SALE = """
            entities:
              sale: { from: sold, key: id }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeParts() throws IOException {
        write("events/sold.yaml", SOLD);
        write("entities/sale.yaml", SALE);
    }

    @Test
    void meanWhatOneFileWouldMean() {
        // Given
        var model = HEAD + "include: [events/*.yaml, entities/sale.yaml]\n";

        // When
        var result = read(model);

        // Then
        assertThat(result.issues()).isEmpty();
        assertThat(((ModelFileResult.Valid) result).model()).isEqualTo(Models.valid(HEAD + SOLD + SALE));
    }

    @Test
    void includeFilesAsSeenFromThemselves() throws IOException {
        // Given
        write("parts/all.yaml", "include: [more/sold.yaml, more/sale.yaml]\n");
        write("parts/more/sold.yaml", SOLD);
        write("parts/more/sale.yaml", SALE);

        // When
        var result = read(HEAD + "include: parts/all.yaml\n");

        // Then
        assertThat(((ModelFileResult.Valid) result).model()).isEqualTo(Models.valid(HEAD + SOLD + SALE));
    }

    @Test
    void comeInTheOrderOfTheirNamesBehindTheFileThatIncludesThem() throws IOException {
        // Given
        write("events/bought.yaml", SOLD.replace("sold:", "bought:"));
        write("events/.hidden.yaml", "nonsense");

        // When
        var result = read(HEAD + "include: events/*.yaml\n" + SOLD.replace("sold:", "returned:"));

        // Then
        assertThat(((ModelFileResult.Valid) result).model().events())
                .extracting(event -> event.name().value())
                .containsExactly("returned", "bought", "sold");
    }

    @Test
    void nameFilesBesideThemselves() throws IOException {
        // Given
        write("calendars/date.yaml", "dimensions: { date: { calendar: { from: 2020-01-01, holidays: days.csv } } }\n");
        write("calendars/days.csv", "2026-01-01,New Year\n");

        // When
        var result = read(HEAD + "include: [calendars/date.yaml, events/*.yaml, entities/*.yaml]\n");

        // Then
        assertThat(((ModelFileResult.Valid) result).model().dimensions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Dimension.Calendar.class,
                        calendar -> assertThat(calendar.holidays())
                                .isEqualTo(new Holidays.Named(
                                        new TreeMap<>(Map.of(LocalDate.parse("2026-01-01"), "New Year")))));
    }

    @Test
    void areNamedWhereTheyAreWrong() throws IOException {
        // Given
        write("entities/sale.yaml", SALE.replace("key: id", "key: number"));

        // When
        var issues = issues("include: [events/sold.yaml, entities/sale.yaml]");

        // Then
        assertThat(issues)
                .containsExactly(
                        "entities/sale.yaml:2:28: ERROR entities.sale.key: event sold has no field 'number'. Known here: id, at.");
    }

    @Test
    void cannotHoldAPartOfTheSameName() throws IOException {
        // Given
        write("events/again.yaml", SOLD);

        // When
        var issues = issues("include: [events/*.yaml, entities/*.yaml]");

        // Then
        assertThat(issues)
                .containsExactly("events/sold.yaml:2:3: ERROR events.sold: 'sold' stands at events/again.yaml:2:3"
                        + " as well. Rename or remove one of them.");
    }

    @Test
    void haveNoHead() throws IOException {
        // Given
        write("events/sold.yaml", "name: other\n" + SOLD + "event: {}\n");

        // When
        var issues = issues("include: [events/sold.yaml]");

        // Then
        assertThat(issues)
                .containsExactly(
                        "events/sold.yaml:1:1: ERROR name: 'name' is said by the first file of a model."
                                + " Write it there, and remove it here.",
                        "events/sold.yaml:4:1: ERROR event: 'event' is not known here. Did you mean 'events'?");
    }

    @Test
    void areAllReadBeforeAnythingIsSaid() throws IOException {
        // Given
        write("events/sold.yaml", "events: [\n");
        write("entities/sale.yaml", "- a list\n");

        // When
        var issues = issues("include: [events/sold.yaml, missing.yaml, entities/sale.yaml]");

        // Then
        assertThat(issues)
                .satisfiesExactlyInAnyOrder(
                        issue -> assertThat(issue).startsWith("events/sold.yaml:2:1: ERROR: is no YAML"),
                        issue -> assertThat(issue)
                                .isEqualTo("warehouse.yaml:4:29: ERROR include[1]: 'missing.yaml' cannot be read"
                                        + " (NoSuchFileException). Check that the file exists and may be read."),
                        issue ->
                                assertThat(issue).startsWith("entities/sale.yaml:1:1: ERROR: has no parts of a model"));
    }

    @Test
    void tellOfSectionsWithoutNames() throws IOException {
        // Given
        write("events/sold.yaml", "events: [sold]\n");

        // When
        var issues = issues("include: events/sold.yaml");

        // Then
        assertThat(issues)
                .containsExactly("events/sold.yaml:1:1: ERROR events: has no parts with names."
                        + " Write 'name: { … }' for each.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../other.yaml       | '../other.yaml' leads out of the folder of the model",
                "a/../../other.yaml  | 'a/../../other.yaml' leads out of the folder of the model",
                "/etc/passwd         | '/etc/passwd' leads out of the folder of the model",
                "outside.yaml        | leads out of the folder of the model",
                "events/**           | 'events/**' is no name of a file to include",
                "'\"*/sold.yaml\"'    | '*/sold.yaml' is no name of a file to include",
                "'my file.yaml'      | 'my file.yaml' is no name of a file to include",
                "none/*.yaml         | no file fits 'none/*.yaml'",
                "events/b*.yaml      | no file fits 'events/b*.yaml'",
                "warehouse.yaml      | 'warehouse.yaml' includes itself",
                "loop.yaml           | 'loop.yaml' includes itself",
                "{ a: b }            | is a group of keys",
            })
    void canBeRefused(String name, String problem) throws IOException {
        // Given
        Files.createSymbolicLink(
                folder.resolve("outside.yaml"), Path.of("pom.xml").toAbsolutePath());
        write("loop.yaml", "include: loop2.yaml\n");
        write("loop2.yaml", "include: loop.yaml\n");

        // When
        var issues = issues("include: " + name);

        // Then
        assertThat(issues)
                .anySatisfy(
                        issue -> assertThat(issue).contains("ERROR include: ").contains(problem));
    }

    @Test
    void areIncludedOnce() {
        // When
        var issues = issues("include: [events/sold.yaml, entities/sale.yaml, events/*.yaml]");

        // Then
        assertThat(issues)
                .containsExactly("warehouse.yaml:4:49: ERROR include[2]: 'events/sold.yaml' is included twice,"
                        + " first at warehouse.yaml:4:11. Name it once.");
    }

    @Test
    void areNotTooMany() throws IOException {
        // Given
        for (int number : IntStream.rangeClosed(0, Inclusion.MAX_FILES).toArray()) {
            write("many/part%d.yaml".formatted(number), "events:\n");
        }

        // When
        var issues = issues("include: many/*.yaml");

        // Then
        assertThat(issues).singleElement().asString().contains("the model has more than 100 files");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ModelFileResult read(String model) {
        return Models.files().resolve(folder.resolve("warehouse.yaml").toString(), model, Models.KINDS);
    }

    /// What is wrong, with files as seen from the model's folder.
    private List<String> issues(String include) {
        try {
            write("warehouse.yaml", HEAD + include + "\n");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return read(HEAD + include + "\n").issues().stream()
                .map(issue -> issue.toString().replace(folder + "/", ""))
                .toList();
    }
}
