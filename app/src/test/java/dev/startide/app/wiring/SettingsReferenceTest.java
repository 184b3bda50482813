package dev.startide.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of settings is made from the records that hold them; `-Dgolden.update=true` writes it
/// anew.
class SettingsReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "settings.md");

    private static final String INTRODUCTION = """
            # Settings

            Made from the program; do not edit (`mvn -pl app -am test -Dtest=SettingsReferenceTest -Dgolden.update=true` writes it anew).

            A setting is taken from the first of these that has it: a flag (`startide run --help` shows them), a variable of the
            environment, the file of settings (`--config FILE`, or `startide.yaml` in the directory that `startide` is started in),
            the default. Durations are written as `200ms`, `30s`, `5m`.

            ```yaml
            startide:
              database:
                url: jdbc:postgresql://localhost:5432/startide
            ```

            These are variables of the environment only: `STARTIDE_DATABASE_PASSWORD_FILE`, a file with the password;
            `STARTIDE_JAVA_OPTS`, further options for the JVM; `STARTIDE_BUILD=never`, run what was built before; `NO_COLOR`.
            """;

    @Test
    void thePageIsUpToDate() throws IOException {
        // Given
        String wanted = page(DescribedSettings.all());
        update(wanted);

        // When
        String page = Files.readString(PAGE, UTF_8);

        // Then
        assertThat(page).isEqualTo(wanted);
    }

    @Test
    void everySettingIsDescribed() {
        // When
        List<DescribedSetting> settings = DescribedSettings.all();

        // Then
        assertThat(settings)
                .isNotEmpty()
                .allSatisfy(setting ->
                        assertThat(setting.description()).as(setting.name()).isNotBlank());
    }

    private static void update(String wanted) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, wanted, UTF_8);
        }
    }

    private static String page(List<DescribedSetting> settings) {
        return settings.stream()
                .collect(Collectors.groupingBy(SettingsReferenceTest::group, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> section(group.getKey(), group.getValue()))
                .collect(Collectors.joining("\n", INTRODUCTION + "\n", ""));
    }

    private static String section(String group, List<DescribedSetting> settings) {
        return settings.stream()
                .map(SettingsReferenceTest::row)
                .collect(Collectors.joining(
                        "\n",
                        "## `%s`\n\n| Setting | Variable | Default | Meaning |\n| --- | --- | --- | --- |\n"
                                .formatted(group),
                        "\n"));
    }

    private static String row(DescribedSetting setting) {
        String description = setting.description();
        String meaning = description.isEmpty()
                ? ""
                : description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
        return "| `%s` | `%s` | %s | %s |"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        setting.defaultValue().isEmpty() ? "" : "`%s`".formatted(setting.defaultValue()),
                        meaning.replace("|", "\\|"));
    }

    private static String group(DescribedSetting setting) {
        return setting.name().substring(0, setting.name().lastIndexOf('.'));
    }
}
