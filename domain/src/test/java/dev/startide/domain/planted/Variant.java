package dev.startide.domain.planted;

import dev.startide.domain.testkit.Property;
import dev.startide.domain.timeline.History;
import dev.startide.warehouse.WarehouseModel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/// The project's classes once more, one of them with a planted error.
final class Variant extends ClassLoader {

    private static final List<Path> SOURCES = Stream.of("main", "test")
            .map(part -> Path.of("src", part, "java", "dev", "startide", "domain"))
            .toList();

    private static final String OURS = "dev.startide.";

    private final Path changed;

    private Variant(Path changed) {
        super(Variant.class.getClassLoader());
        this.changed = changed;
    }

    /// @param directory empty; takes the sources and the classes
    static Variant with(PlantedError error, Path directory) throws IOException {
        List<Path> planted = new ArrayList<>();
        for (PlantedChange change : error.changes()) {
            Path source = sourceOf(change.file() + ".java");
            Path changed = directory.resolve(source.getFileName());
            Files.writeString(changed, change.plantedIn(Files.readString(source)));
            planted.add(changed);
        }
        Path classes = Files.createDirectory(directory.resolve("classes"));
        compile(planted, classes);
        return new Variant(classes);
    }

    /// Tries random cases with the classes of the variant.
    ///
    /// @param trials makes so many as it is given, and says what the first that fails tells
    /// @return empty if all go well
    String tried(Class<? extends IntFunction<String>> trials, int count) {
        try {
            Object cases = loadClass(trials.getName()).getDeclaredConstructor().newInstance();
            return cases instanceof IntFunction<?> function ? String.valueOf(function.apply(count)) : "";
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream bytes = open(file)) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] content = bytes.readAllBytes();
            return defineClass(name, content, 0, content.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path sourceOf(String file) {
        return SOURCES.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no source " + file));
    }

    private InputStream open(String file) throws IOException {
        Path own = changed.resolve(file);
        return Files.exists(own) ? Files.newInputStream(own) : getParent().getResourceAsStream(file);
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("-classpath", classPath(), "-d", classes.toString(), "-proc:none", "-implicit:none", "-nowarn");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new AssertionError("The planted error does not compile: " + complaints);
            }
        }
    }

    private static String classPath() {
        return Stream.of(History.class, Property.class, WarehouseModel.class, NullMarked.class)
                .map(Variant::placeOf)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
