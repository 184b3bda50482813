package dev.startide.domain.planted;

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

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "startide", "domain");
    private static final String OURS = "dev.startide.";

    private final Path changed;

    private Variant(Path changed) {
        super(Variant.class.getClassLoader());
        this.changed = changed;
    }

    /// @param directory empty; takes the source and the class
    static Variant with(PlantedError error, Path directory) throws IOException {
        Path source = SOURCES.resolve(error.file() + ".java");
        Path planted = directory.resolve(source.getFileName());
        Files.writeString(planted, error.plantedIn(Files.readString(source)));
        Path classes = Files.createDirectory(directory.resolve("classes"));
        compile(planted, classes);
        return new Variant(classes);
    }

    /// Tries random courses of events with the classes of the variant.
    ///
    /// @return what the first course that fails tells, empty if all go well
    String tried(int trials) {
        try {
            Object courses = loadClass(CourseTrials.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            return courses instanceof IntFunction<?> function ? String.valueOf(function.apply(trials)) : "";
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

    private InputStream open(String file) throws IOException {
        Path own = changed.resolve(file);
        return Files.exists(own) ? Files.newInputStream(own) : getParent().getResourceAsStream(file);
    }

    private static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("-classpath", classPath(), "-d", classes.toString(), "-proc:none", "-implicit:none", "-nowarn");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new AssertionError("The planted error does not compile: " + complaints);
            }
        }
    }

    private static String classPath() {
        return Stream.of(History.class, WarehouseModel.class, NullMarked.class)
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
