package dev.startide.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.outbound.ModelFiles;
import dev.startide.warehouse.language.Key;
import dev.startide.warehouse.language.ModelParts;
import dev.startide.warehouse.language.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reference of the model language is made from its definitions, and from models that are
/// valid; `-Dgolden.update=true` writes it anew.
class ModelReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "model.md");

    private final List<JsonNode> models =
            Corpus.explained().stream().map(Yaml::read).toList();

    @Test
    void thePageIsUpToDate() throws IOException {
        // Given
        String wanted = new ModelReference(this::example).page();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, wanted);
        }

        // When
        String page = Files.readString(PAGE);

        // Then
        assertThat(page).isEqualTo(wanted);
    }

    @Test
    void everyKeyIsShownInAModel() {
        // Given
        List<Part> parts = ModelParts.all();

        // When
        Stream<String> unseen = parts.stream()
                .flatMap(part -> part.keys().stream()
                        .filter(key -> example(part, key).isEmpty())
                        .map(key -> part.name() + ": " + key.name()));

        // Then
        assertThat(unseen).isEmpty();
    }

    @Test
    void whatTheGuideLeavesOutIsAValidModel(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(
                folder.resolve("warehouse.yaml"), Corpus.explained().getLast());
        Files.writeString(folder.resolve("closings.yaml"), Corpus.text(Corpus.INCLUDED));

        // When
        List<String> issues;
        try (Session session = Session.open(Map.of(), Optional.empty(), "WARN")) {
            issues =
                    session
                            .bean(ModelFiles.class)
                            .read(
                                    file.toString(),
                                    session.bean(ModelReader.class).kinds())
                            .issues()
                            .stream()
                            .map(Object::toString)
                            .toList();
        }

        // Then
        assertThat(issues).isEmpty();
    }

    /// The shortest use of a key.
    private Optional<String> example(Part part, Key key) {
        return models.stream()
                .flatMap(model -> Corpus.places(model).stream())
                .filter(place -> place.part().equals(part) && place.keys().has(key.name()))
                .map(place ->
                        "%s: %s".formatted(key.name(), Yaml.flow(place.keys().get(key.name()))))
                .min(Comparator.comparingInt(String::length));
    }
}
