package dev.startide.warehouse.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Makes one mistake at a time in the web-shop and expects exactly what is listed with it, which is
/// one issue for nearly every mistake: what depends on a broken part is not complained about.
///
/// With `-Dgolden.update=true` the expectations are written instead; read the difference.
class MistakesTest {

    private static final Path FOLDER =
            Path.of("src", "test", "resources", "dev", "startide", "warehouse", "validation", "mistakes");

    @TestFactory
    Stream<DynamicTest> oneMistakeOfSources() {
        return mistakes("sources.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfEvents() {
        return mistakes("events.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfEntities() {
        return mistakes("entities.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfDimensions() {
        return mistakes("dimensions.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfReferencesAndHierarchies() {
        return mistakes("outriggers.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfMiniDimensions() {
        return mistakes("minis.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfFacts() {
        return mistakes("facts.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfGeneratedDimensions() {
        return mistakes("generated.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfRoles() {
        return mistakes("roles.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfKindsOfFacts() {
        return mistakes("fact_kinds.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfMarts() {
        return mistakes("marts.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfMartsOfSeveralFacts() {
        return mistakes("combined.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfWindows() {
        return mistakes("windows.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfTheModel() {
        return mistakes("model.txt");
    }

    @TestFactory
    Stream<DynamicTest> oneMistakeOfTests() {
        return mistakes("tests.txt");
    }

    private static Stream<DynamicTest> mistakes(String file) {
        List<Mistake> mistakes = Mistake.read(Documents.resource("mistakes/" + file));
        if (Boolean.getBoolean("golden.update")) {
            rewrite(file, mistakes);
        }
        return mistakes.stream()
                .map(mistake -> dynamicTest(
                        mistake.name(),
                        () -> assertThat(mistake.foundIssues()).containsExactlyElementsOf(mistake.issues())));
    }

    private static void rewrite(String file, List<Mistake> mistakes) {
        try {
            Files.writeString(
                    FOLDER.resolve(file),
                    String.join("\n", mistakes.stream().map(Mistake::rewritten).toList()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
