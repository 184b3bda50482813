package dev.startide.adapter.outbound.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.validation.PlacedIssue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void readsAllShapes() {
        // When
        var document = YamlReader.read("a: { b: [1, x], c: }\nd: ~", new YamlFlaws("f"));

        // Then
        assertThat(document)
                .hasValueSatisfying(read -> assertThat(read.root())
                        .isEqualTo(new Node.Mapping(
                                "",
                                Map.of(
                                        "a",
                                        new Node.Mapping(
                                                "a",
                                                Map.of(
                                                        "b",
                                                        new Node.Sequence(
                                                                "a.b",
                                                                List.of(
                                                                        new Node.Scalar("a.b[0]", "1"),
                                                                        new Node.Scalar("a.b[1]", "x"))),
                                                        "c",
                                                        new Node.Nothing("a.c"))),
                                        "d",
                                        new Node.Nothing("d")))));
    }

    @Test
    void readsNothingFromAnEmptyFile() {
        // When
        var document = YamlReader.read("# only a comment\n", new YamlFlaws("f"));

        // Then
        assertThat(document).hasValueSatisfying(read -> assertThat(read.root()).isEqualTo(new Node.Nothing("")));
    }

    @Test
    void refusesTabs() {
        // When
        var flaws = flaws("a:\n\tb: 1");

        // Then
        assertThat(flaws).containsExactly("f:2:1: ERROR: a tab is used to indent. Indent with spaces.");
    }

    @Test
    void refusesAliases() {
        // When
        var flaws = flaws("a: &x 1\nb: *x");

        // Then
        assertThat(flaws)
                .containsExactly(
                        "f:1:4: ERROR a: anchors and aliases are not supported."
                                + " Write the value out, or put text that begins with '*' or '&' in quotes.",
                        "f:2:4: ERROR b: anchors and aliases are not supported."
                                + " Write the value out, or put text that begins with '*' or '&' in quotes.");
    }

    @Test
    void refusesTags() {
        // When
        var flaws = flaws("a: !!java.net.URL [ http://example.org ]");

        // Then
        assertThat(flaws)
                .containsExactly("f:1:4: ERROR a: tags such as 'tag:yaml.org,2002:java.net.URL' are not supported."
                        + " Remove the tag.");
    }

    @Test
    void refusesASecondDocument() {
        // When
        var flaws = flaws("a: 1\n---\nb: 2");

        // Then
        assertThat(flaws).containsExactly("f:3:1: ERROR: a second document begins here. Keep one model in one file.");
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        // When
        var flaws = flaws("[".repeat(100_000));

        // Then
        assertThat(flaws).containsExactly("f:1:42: ERROR: is nested too deeply. Use at most 40 levels.");
    }

    @Test
    void refusesKeysThatAreNoText() {
        // When
        var flaws = flaws("? [a, b]\n: 1\nc: 2");

        // Then
        assertThat(flaws).containsExactly("f:1:3: ERROR: a key must be text. Write 'name: value'.");
    }

    @Test
    void tellsOfTruthWordsInNamesAndValues() {
        // When
        var flaws = flaws("on: 1\nenum: [Yes, 'no', maybe]");

        // Then
        assertThat(flaws)
                .containsExactly(
                        "f:1:1: ERROR on: 'on' is a truth value to many readers of YAML."
                                + " Put it in quotes if it is text, or write 'true' or 'false'.",
                        "f:2:8: ERROR enum[0]: 'Yes' is a truth value to many readers of YAML."
                                + " Put it in quotes if it is text, or write 'true' or 'false'.");
    }

    @Test
    void tellsOfDoubledKeys() {
        // When
        var flaws = flaws("a: 1\nb: 2\na: 3");

        // Then
        assertThat(flaws)
                .containsExactly("f:3:1: ERROR a: 'a' is written twice here, first in line 1."
                        + " Remove or rename one of them.");
    }

    @Test
    void tellsOfACommaThatCutsAnExpressionInTwo() {
        // When
        var flaws = flaws("{ type: decimal(12,2), agg: sum }");

        // Then
        assertThat(flaws)
                .containsExactly("f:1:20: ERROR type: the comma ends the value here. Put \"decimal(12,2)\" in quotes.");
    }

    @Test
    void saysWhereTheYamlEnds() {
        // When
        var flaws = flaws("a: [1, 2\nb: 3");

        // Then
        assertThat(flaws).singleElement().asString().startsWith("f:2:").contains("is no YAML");
    }

    @Test
    void refusesControlCharacters() {
        // When
        var flaws = flaws("a: \u0000");

        // Then
        assertThat(flaws).singleElement().asString().contains("is no YAML");
    }

    private static List<String> flaws(String yaml) {
        YamlFlaws flaws = new YamlFlaws("f");
        YamlReader.read(yaml, flaws);
        return flaws.all().stream().map(PlacedIssue::toString).toList();
    }
}
