package dev.startide.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.outbound.ModelFiles;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.validation.ModelFileResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The schema and the reader of model files are of one mind about the form of a file.
class ModelSchemaTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "warehouse.schema.json");

    private static Session session;
    private static Set<SourceKind> kinds;
    private static JsonSchema schema;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openThePlatform() {
        session = Session.open(Map.of(), Optional.empty(), "WARN");
        kinds = session.bean(ModelReader.class).kinds();
        schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(ModelSchema.of(kinds));
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void isPublishedAsItIs() throws IOException {
        // Given
        String wanted = ModelSchema.of(kinds);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, wanted);
        }

        // When
        String published = Files.readString(PAGE);

        // Then
        assertThat(published).isEqualTo(wanted);
    }

    @Test
    void acceptsEveryModelOfGuideAndSamples() {
        // Given
        List<String> models = Corpus.all();

        // When
        Stream<String> complaints = models.stream().flatMap(model -> complaintsOfSchema(model).stream());

        // Then
        assertThat(complaints).isEmpty();
    }

    @Test
    void acceptsAFileThatAnotherOneIncludes() {
        // Given
        String included = Corpus.text(Corpus.INCLUDED);

        // When
        List<String> complaints = complaintsOfSchema(included);

        // Then
        assertThat(complaints).isEmpty();
    }

    @Test
    void refusesKeysThatAnIncludedFileCannotHave() {
        // Given
        String included = "time_zone: UTC\n" + Corpus.text(Corpus.INCLUDED);

        // When
        List<String> complaints = complaintsOfSchema(included);

        // Then
        assertThat(complaints).singleElement().asString().contains("time_zone");
    }

    @Test
    void refusesWhatTheReaderRefuses() {
        // Given
        List<Mutation> mistakes = Corpus.explained().stream()
                .flatMap(model -> Mutation.mistakes(Yaml.read(model)).stream())
                .toList();

        // When
        List<String> missed = mistakes.stream()
                .flatMap(mistake -> Stream.concat(
                        complaintsOfSchema(mistake.yaml()).isEmpty()
                                ? Stream.of("schema: " + mistake.name())
                                : Stream.empty(),
                        isValid(mistake.yaml()) ? Stream.of("reader: " + mistake.name()) : Stream.empty()))
                .toList();

        // Then
        assertThat(mistakes).hasSizeGreaterThan(60);
        assertThat(missed).isEmpty();
    }

    @Test
    void offersOnlyWordsThatTheReaderKnows() {
        // Given
        List<Mutation> words = Corpus.explained().stream()
                .flatMap(model -> Mutation.words(Yaml.read(model)).stream())
                .toList();

        // When
        Stream<String> unknown = words.stream()
                .flatMap(word -> issues(word.yaml()).issues().stream()
                        .filter(issue -> issue.issue().problem().contains("'" + word.name() + "'")
                                && issue.issue().remedy().matches("Known here.*|Did you mean.*"))
                        .map(issue -> word.name() + ": " + issue));

        // Then
        assertThat(words).hasSizeGreaterThan(20);
        assertThat(unknown).isEmpty();
    }

    private static List<String> complaintsOfSchema(String yaml) {
        return schema.validate(Yaml.read(yaml)).stream().map(Object::toString).toList();
    }

    private boolean isValid(String yaml) {
        return issues(yaml) instanceof ModelFileResult.Valid;
    }

    private ModelFileResult issues(String yaml) {
        try {
            Files.writeString(folder.resolve("holidays.csv"), "date,name\n2026-01-01,New Year\n");
            Files.writeString(folder.resolve("closings.yaml"), Corpus.text(Corpus.INCLUDED));
            Path file = Files.writeString(folder.resolve("warehouse.yaml"), yaml);
            return session.bean(ModelFiles.class).read(file.toString(), kinds);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
