package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.declaration.Written.Spot;
import dev.startide.warehouse.validation.ModelIssue;
import dev.startide.warehouse.validation.ModelIssue.Severity;
import dev.startide.warehouse.validation.PlacedIssue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with one file as YAML, whatever it says, or with how it belongs to a model. Used by one thread.
final class YamlFlaws {

    private final String file;
    private final Set<PlacedIssue> found = new LinkedHashSet<>();
    private boolean readable = true;

    YamlFlaws(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /// The rest of the file can still be understood.
    void add(String path, Place place, String problem, String remedy) {
        ModelIssue issue = new ModelIssue(Severity.ERROR, path, Spot.NAME, problem, remedy);
        found.add(new PlacedIssue(place.file(), place.line(), place.column(), issue));
    }

    /// What the file means is unclear from here on.
    void addSerious(String path, Place place, String problem, String remedy) {
        readable = false;
        add(path, place, problem, remedy);
    }

    /// Whether what was read is what was meant, flaws aside.
    boolean isReadable() {
        return readable;
    }

    List<PlacedIssue> all() {
        return List.copyOf(found);
    }
}
