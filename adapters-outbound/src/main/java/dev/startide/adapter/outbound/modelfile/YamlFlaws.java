package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.declaration.Written.Spot;
import dev.startide.warehouse.validation.ModelIssue;
import dev.startide.warehouse.validation.ModelIssue.Severity;
import dev.startide.warehouse.validation.PlacedIssue;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with a file as YAML, whatever it says. Used by one thread.
final class YamlFlaws {

    private final String file;
    private final List<PlacedIssue> found = new ArrayList<>();
    private boolean readable = true;

    YamlFlaws(String file) {
        this.file = file;
    }

    /// The rest of the file can still be understood.
    void add(String path, Place place, String problem, String remedy) {
        ModelIssue issue = new ModelIssue(Severity.ERROR, path, Spot.NAME, problem, remedy);
        found.add(new PlacedIssue(file, place.line(), place.column(), issue));
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

    /// Whether nothing was told of at that place, so that anything else about it is news.
    boolean noneAt(int line, int column) {
        return found.stream().noneMatch(flaw -> flaw.line() == line && flaw.column() == column);
    }

    List<PlacedIssue> all() {
        return List.copyOf(found);
    }
}
