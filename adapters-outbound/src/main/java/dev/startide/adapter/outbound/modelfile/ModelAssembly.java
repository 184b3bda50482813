package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Written.Spot;
import dev.startide.warehouse.validation.PlacedIssue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// Brings a model file and the files that it includes together into one document, in which the
/// parts of a file come before those of the files that it includes. Used by one thread.
final class ModelAssembly {

    /// Bounds the memory that a model can cost.
    static final long MAX_LETTERS = 4L << 20;

    private final Path folder;
    private final Places places;
    private final IncludedParts parts;
    private final List<YamlFlaws> flaws = new ArrayList<>();
    private final Map<Path, Place> read = new LinkedHashMap<>();
    private final SequencedSet<Path> open = new LinkedHashSet<>();
    private Optional<Node> first = Optional.empty();
    private long letters;

    private ModelAssembly(String file) {
        this.folder = real(Path.of(file).resolveSibling(""));
        this.places = new Places(file);
        this.parts = new IncludedParts(places);
    }

    /// Reads what the files say, and notes what is wrong with them.
    ///
    /// @param text what the first file holds
    static ModelAssembly of(String file, String text) {
        ModelAssembly assembly = new ModelAssembly(file);
        assembly.read.put(real(Path.of(file)), Place.startOf(file));
        assembly.add(Path.of(file), file, text);
        return assembly;
    }

    /// The model as a whole; empty if what some file means is unclear.
    Optional<YamlReader.Document> document() {
        return first.filter(_ -> flaws.stream().allMatch(YamlFlaws::isReadable))
                .map(root -> new YamlReader.Document(parts.within(root), places));
    }

    /// What is wrong with the files by themselves.
    List<PlacedIssue> flaws() {
        return flaws.stream().flatMap(ofFile -> ofFile.all().stream()).toList();
    }

    /// The files in the order in which they were read.
    List<String> files() {
        return flaws.stream().map(YamlFlaws::file).toList();
    }

    private void add(Path path, String file, String text) {
        YamlFlaws ofFile = new YamlFlaws(file);
        flaws.add(ofFile);
        letters += text.length();
        Optional<YamlReader.Document> document = YamlReader.read(text, ofFile);
        if (document.isEmpty()) {
            return;
        }
        Node root = document.get().root();
        if (first.isEmpty()) {
            first = Optional.of(root);
            parts.addFirst(root);
        } else {
            parts.add(document.get(), ofFile);
        }
        places.putAll(document.get().places());
        if (root instanceof Node.Mapping(var _, var entries) && entries.containsKey("include")) {
            open.add(real(path));
            include(entries.get("include"), path, document.get().places(), ofFile);
            open.remove(real(path));
        }
    }

    private void include(Node names, Path from, Places ofFile, YamlFlaws complaints) {
        switch (names) {
            case Node.Scalar(var path, var name, var _) ->
                include(name, from, path, ofFile.of(path, Spot.VALUE), complaints);
            case Node.Sequence(var _, var items) -> items.forEach(item -> include(item, from, ofFile, complaints));
            case Node.Mapping(var path, var _) ->
                complaints.addSerious(
                        path,
                        ofFile.of(path, Spot.NAME),
                        "is a group of keys",
                        "Write the name of a file, or a list of them.");
            case Node.Nothing _ -> {
                // No file is named.
            }
        }
    }

    private void include(String name, Path from, String path, Place at, YamlFlaws complaints) {
        switch (Inclusion.of(name, from)) {
            case Inclusion.Found(var files) -> {
                for (Path file : files) {
                    include(file, path, at, complaints);
                }
            }
            case Inclusion.Refused(var problem, var remedy) -> complaints.addSerious(path, at, problem, remedy);
        }
    }

    private void include(Path file, String path, Place at, YamlFlaws complaints) {
        Path real = real(file);
        if (!real.startsWith(folder)) {
            var refused = Inclusion.outside(file.toString());
            complaints.addSerious(path, at, refused.problem(), refused.remedy());
        } else if (read.containsKey(real)) {
            complaints.addSerious(path, at, known(file, real), "Name it once.");
        } else if (read.size() >= Inclusion.MAX_FILES || letters > MAX_LETTERS) {
            complaints.addSerious(
                    path,
                    at,
                    "the model has more than %d files, or more than %d letters"
                            .formatted(Inclusion.MAX_FILES, MAX_LETTERS),
                    "Check that these are the right files, and bring small ones together.");
        } else {
            read.put(real, at);
            switch (FileText.of(file.toString())) {
                case FileText.Whole(var text) -> add(file, file.toString(), text);
                case FileText.Refused(var problem, var remedy) ->
                    complaints.addSerious(path, at, "'%s' %s".formatted(file, problem), remedy);
            }
        }
    }

    private String known(Path file, Path real) {
        return open.contains(real)
                ? "'%s' includes itself".formatted(file)
                : "'%s' is included twice, first at %s".formatted(file, read.get(real));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }
}
