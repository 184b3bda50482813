package dev.startide.app.diagnosis;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.port.outbound.Diagnoses;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The Java that runs this program, and the variables that it was given.
@Singleton
final class ProcessDiagnoses implements Diagnoses {

    private static final String AREA = "process";
    private static final long MEGABYTE = 1 << 20;

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Diagnosis> diagnose() {
        Map<String, String> environment = System.getenv();
        List<Diagnosis> all = new ArrayList<>();
        all.add(java(Runtime.version().toString(), System.getProperty("java.home"), environment.get("JAVA_HOME")));
        all.add(Diagnosis.fine(
                AREA + ": memory",
                "up to %d MB of heap on %d processors"
                        .formatted(
                                Runtime.getRuntime().maxMemory() / MEGABYTE,
                                Runtime.getRuntime().availableProcessors())));
        all.addAll(UnknownVariables.among(environment.keySet()));
        return all;
    }

    /// @param home where the Java that runs is
    /// @param wished where JAVA_HOME says it is; null if it says nothing
    static Diagnosis java(String version, String home, @Nullable String wished) {
        String says = "%s, in %s".formatted(version, home);
        boolean isOther = Optional.ofNullable(wished)
                .filter(text -> !text.isBlank())
                .filter(text -> !Path.of(text).normalize().equals(Path.of(home).normalize()))
                .isPresent();
        return isOther
                ? Diagnosis.note(AREA + ": Java", "%s; JAVA_HOME names another one, %s".formatted(says, wished))
                : Diagnosis.fine(AREA + ": Java", says);
    }
}
