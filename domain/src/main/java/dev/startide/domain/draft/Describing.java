package dev.startide.domain.draft;

import dev.startide.domain.normalize.Scalar;
import dev.startide.warehouse.mapping.DescribedField;
import dev.startide.warehouse.mapping.DescribedField.Content;
import dev.startide.warehouse.mapping.Field.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// Describes payloads by what they say, and keeps the reasons.
final class Describing {

    /// Fields of one object that are looked at; more are no fields but values.
    private static final int MOST_FIELDS = 200;

    /// An object with more members than that, in one event or another, is taken for a map.
    private static final int MOST_MEMBERS = 60;

    /// Objects within each other that are looked into.
    private static final int MOST_DEPTH = 4;

    private static final Content NOTHING_FITS = new Content.Unreadable("values that no type can be read from");

    private final SampleValues everywhere;
    private final Map<List<String>, String> reasons = new HashMap<>();

    Describing(SampleValues everywhere) {
        this.everywhere = everywhere;
    }

    /// The fields of some payloads.
    List<DescribedField> fields(List<? extends Map<?, ?>> payloads) {
        return fields(payloads, List.of());
    }

    /// Why a field is taken for what it is; empty where nothing was guessed.
    String because(List<String> path) {
        return reasons.getOrDefault(path, "");
    }

    private List<DescribedField> fields(List<? extends Map<?, ?>> objects, List<String> path) {
        List<DescribedField> fields = new ArrayList<>();
        for (String name : names(objects)) {
            List<Object> values = new ArrayList<>();
            objects.forEach(
                    object -> Optional.<Object>ofNullable(object.get(name)).ifPresent(values::add));
            Presence presence = values.size() == objects.size() ? Presence.REQUIRED : Presence.OPTIONAL;
            Content content = fields.size() < MOST_FIELDS
                    ? content(values, Trees.below(path, name))
                    : new Content.Unreadable("one of more than %d fields".formatted(MOST_FIELDS));
            fields.add(new DescribedField(name, content, presence, ""));
        }
        return fields;
    }

    private static SequencedSet<String> names(List<? extends Map<?, ?>> objects) {
        SequencedSet<String> names = new LinkedHashSet<>();
        objects.forEach(object -> object.keySet().forEach(name -> names.add((String) name)));
        return names;
    }

    private Content content(List<Object> values, List<String> path) {
        if (values.isEmpty()) {
            return guessed(path, TypeGuess.ofTrees(values, "it was always null"));
        }
        if (values.stream().allMatch(Scalar.class::isInstance)) {
            return guessed(path, TypeGuess.of(everywhere.at(path)));
        }
        if (values.stream().allMatch(Map.class::isInstance)) {
            return object(values, path);
        }
        if (canBeList(path) && values.stream().allMatch(Trees::isListOfObjects)) {
            return list(values, path);
        }
        boolean areLists = values.stream().allMatch(List.class::isInstance);
        return guessed(path, TypeGuess.ofTrees(values, areLists ? "values are lists" : "values are of several kinds"));
    }

    /// A list is declared under its own name.
    private static boolean canBeList(List<String> path) {
        return path.size() == 1 && DraftNames.isOne(path.getFirst());
    }

    private Content object(List<Object> values, List<String> path) {
        List<Map<?, ?>> objects = new ArrayList<>();
        values.forEach(value -> objects.add((Map<?, ?>) value));
        int members = names(objects).size();
        if (members == 0) {
            return guessed(path, TypeGuess.ofTrees(values, "objects are empty"));
        }
        if (members > MOST_MEMBERS || path.size() > MOST_DEPTH) {
            return guessed(path, TypeGuess.ofTrees(values, "objects have many members, or lie deep"));
        }
        return new Content.Members(fields(objects, path));
    }

    private Content list(List<Object> values, List<String> path) {
        List<Map<?, ?>> elements =
                values.stream().flatMap(list -> Trees.objects(list).stream()).toList();
        return elements.isEmpty()
                ? guessed(path, TypeGuess.ofTrees(values, "lists are empty"))
                : new Content.Elements(fields(elements, Trees.below(path, SampleValues.ELEMENT)));
    }

    private Content guessed(List<String> path, Optional<TypeGuess> guess) {
        if (guess.isEmpty()) {
            return NOTHING_FITS;
        }
        reasons.put(path, guess.get().because());
        return new Content.Value(guess.get().type(), List.of());
    }
}
