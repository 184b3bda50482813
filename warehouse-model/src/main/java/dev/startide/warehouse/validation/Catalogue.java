package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Parts of a model by name, among them broken ones, which are known but cannot be used.
///
/// Nothing is said about names that refer to a broken part, or that are missing from a catalogue
/// that may not be complete: the mistake has been told of already.
final class Catalogue<T> {

    private final String kind;
    private final Section.Extent extent;
    private final Map<String, Optional<T>> parts = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    /// @param kind what its parts are called in complaints, such as `event`
    Catalogue(String kind, Section.Extent extent) {
        this.kind = kind;
        this.extent = extent;
    }

    void add(String name, T part) {
        parts.put(name, Optional.of(part));
    }

    void addBroken(String name) {
        parts.put(name, Optional.empty());
    }

    /// The part that a text names, if it can be used; an unknown name is told of.
    Optional<T> find(Written reference, Issues issues) {
        if (reference.isPresent() && !mayHave(reference.text())) {
            issues.error(
                    reference,
                    "there is no %s '%s'".formatted(kind, reference.text()),
                    Suggestion.sentence(
                            reference.text(), parts.keySet(), "The model has none so far: declare it first."));
        }
        used.add(reference.text());
        return peek(reference.text());
    }

    /// The part of that name, if it is there and can be used.
    Optional<T> peek(String name) {
        return parts.getOrDefault(name, Optional.empty());
    }

    /// Whether there is a part of that name, or may have been meant to be one.
    boolean mayHave(String name) {
        return extent == Section.Extent.UNCERTAIN || parts.containsKey(name);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    boolean isWhole() {
        return extent == Section.Extent.WHOLE;
    }

    Collection<String> names() {
        return parts.keySet();
    }

    /// The parts that can be used, in order.
    List<T> usable() {
        List<T> usable = new ArrayList<>();
        parts.values().forEach(part -> part.ifPresent(usable::add));
        return usable;
    }
}
