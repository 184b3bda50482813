package dev.startide.domain.draft;

import dev.startide.domain.normalize.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The single values of a sample by where they stand, whatever the types of their events: what is
/// called the same is taken for the same.
final class SampleValues {

    /// Stands in a path behind the name of a list.
    static final String ELEMENT = "[]";

    private final Map<List<String>, List<Scalar>> values = new HashMap<>();

    static SampleValues of(List<SampledEvent> events) {
        SampleValues all = new SampleValues();
        events.forEach(event -> all.add(List.of(), event.event()));
        return all;
    }

    List<Scalar> at(List<String> path) {
        return values.getOrDefault(path, List.of());
    }

    private void add(List<String> path, @Nullable Object tree) {
        switch (tree) {
            case Scalar scalar ->
                values.computeIfAbsent(path, _ -> new ArrayList<>()).add(scalar);
            case Map<?, ?> members -> members.forEach((name, value) -> add(Trees.below(path, (String) name), value));
            case List<?> _ -> Trees.objects(tree).forEach(element -> add(Trees.below(path, ELEMENT), element));
            case null, default -> {}
        }
    }
}
