package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.startide.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ExportCommandTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "ExportCommandTest");
    private static final Path SCHEMAS = Path.of("src", "test", "resources", "schemas");
    private static final Path SHOP =
            Path.of("src", "main", "resources", "dev", "startide", "app", "init", "shop", "warehouse.yaml");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    /// `-Dgolden.update=true` writes the files anew.
    @ParameterizedTest
    @CsvSource({
        "dbt,sources.yml",
        "cube,cubes.yml",
        "odcs,webshop.odcs.yaml",
        "ossie,webshop.ossie.yaml",
        "mermaid,model.mmd"
    })
    void writesTheFileThatAnotherToolExpects(String format, String name) throws IOException {
        // When
        int code = run("export", format, "-m", SHOP.toString(), "-o", folder.toString());

        // Then
        assertThat(code).as(messages.toString(UTF_8)).isZero();
        String written = Files.readString(folder.resolve(name));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(name), written);
        }
        assertThat(written).isEqualTo(Files.readString(GOLDEN.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpch", "brokerage"})
    void writesContractsOfTheOpenDataContractStandard(String sample) throws IOException {
        // When
        JsonNode contract = exported("odcs", sample);

        // Then
        assertThat(complaints("odcs-3.1.0.json", VersionFlag.V201909, contract)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpch", "brokerage"})
    void writesSemanticModelsOfOssie(String sample) throws IOException {
        // When
        JsonNode model = exported("ossie", sample);

        // Then
        assertThat(complaints("ossie-0.1.1.json", VersionFlag.V202012, model)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpch", "brokerage"})
    void joinsOnlyCubesThatThereAre(String sample) throws IOException {
        // When
        JsonNode cubes = exported("cube", sample).get("cubes");

        // Then
        Set<String> names = new HashSet<>();
        cubes.forEach(cube -> assertThat(names.add(cube.get("name").asText())).isTrue());
        cubes.forEach(cube -> {
            cube.path("joins")
                    .forEach(join -> assertThat(names).contains(join.get("name").asText()));
            assertThat(cube.has("extends") ? names.contains(cube.get("extends").asText()) : cube.has("sql_table"))
                    .isTrue();
            List<String> members = new ArrayList<>(cube.path("dimensions").findValuesAsText("name"));
            members.addAll(cube.path("measures").findValuesAsText("name"));
            assertThat(members).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpch", "brokerage"})
    void relatesOnlySourcesThatThereAre(String sample) throws IOException {
        // When
        JsonNode star = exported("dbt", sample).get("sources").get(0);

        // Then
        List<String> tables = star.get("tables").findValuesAsText("name");
        List<String> targets = star.findValuesAsText("to");
        assertThat(targets).isNotEmpty().allSatisfy(target -> {
            String table = target.replaceAll(
                    "source\\('%s', '(.*)'\\)".formatted(star.get("name").asText()), "$1");
            assertThat(tables).contains(table);
        });
    }

    @Test
    void printsWithoutAFolder() {
        // When
        int code = run("export", "mermaid", "-m", SHOP.toString());

        // Then
        assertThat(code).isZero();
        assertThat(answers.toString(UTF_8)).startsWith("erDiagram");
    }

    @Test
    void suggestsAFormat() {
        // When
        int code = run("export", "dbd", "-m", SHOP.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(messages.toString(UTF_8)).contains("There is no format 'dbd'. Did you mean 'dbt'?");
    }

    private JsonNode exported(String format, String sample) {
        int code = run(
                "export",
                format,
                "-m",
                Path.of("..", "samples", sample, "warehouse.yaml").toString());
        assertThat(code).as(messages.toString(UTF_8)).isZero();
        return new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(answers.toString(UTF_8)));
    }

    private static List<String> complaints(String schema, VersionFlag version, JsonNode document) throws IOException {
        return JsonSchemaFactory.getInstance(version)
                .getSchema(Files.readString(SCHEMAS.resolve(schema)))
                .validate(document)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(answers, true, UTF_8),
                new PrintStream(messages, true, UTF_8),
                Terminal.Liveliness.PLAIN,
                0);
        return StartideCommand.run(terminal, arguments);
    }
}
