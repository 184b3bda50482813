package dev.startide.app.start;

import dev.startide.app.language.ModelSchema;
import dev.startide.warehouse.mapping.SourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The files of a new project.
public final class Project {

    private static final String TEMPLATES = "/dev/startide/app/init/";

    /// By their path below the folder of the project.
    private final Map<String, String> files;

    private Project(Map<String, String> files) {
        this.files = files;
    }

    /// A project that begins as an example.
    ///
    /// @param kinds the kinds of sources that editors are told of
    public static Project of(Example example, Collection<SourceKind> kinds) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("warehouse.yaml", template(example.word() + "/warehouse.yaml"));
        files.put("warehouse.schema.json", ModelSchema.of(kinds));
        for (String source : example.sources()) {
            String name = "events/%s.ndjson".formatted(source);
            files.put(name, template(example.word() + "/" + name));
        }
        files.put("startide.yaml", template("common/startide.yaml"));
        files.put("compose.yaml", template("common/compose.yaml"));
        files.put(".gitignore", template("common/gitignore"));
        files.put("README.md", template(example.word() + "/README.md"));
        return new Project(files);
    }

    /// The paths of the files below the folder of the project.
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /// Those of its files that the folder has already.
    public List<String> foundIn(Path folder) {
        return files.keySet().stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .toList();
    }

    /// Writes all files; never over another one.
    ///
    /// @throws IOException if one cannot be written; those before it stay
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, file.getValue(), StandardOpenOption.CREATE_NEW);
        }
    }

    private static String template(String name) {
        try (InputStream content = Project.class.getResourceAsStream(TEMPLATES + name)) {
            return new String(Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The build left out " + name, unreadable);
        }
    }
}
