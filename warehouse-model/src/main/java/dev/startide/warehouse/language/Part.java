package dev.startide.warehouse.language;

import java.util.List;
import java.util.Optional;

/// A group of keys in a model file.
///
/// @param name what kind of part it is, such as `fact`; no two parts share one
/// @param meaning what it stands for, as a sentence in Markdown
/// @param keys in the order in which they are explained
public record Part(String name, String meaning, List<Key> keys) {

    public Part {
        keys = List.copyOf(keys);
        if (keys.stream().map(Key::name).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("A key of %s is defined twice".formatted(name));
        }
    }

    /// The key of that name, if the part has one.
    public Optional<Key> find(String key) {
        return keys.stream().filter(known -> known.name().equals(key)).findFirst();
    }

    /// The key of that name.
    ///
    /// @throws IllegalArgumentException if the part has none, which is a mistake of the program and
    ///     none of a model
    public Key key(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The language has no key '%s' in a part '%s': define it in %s, beside the others, and show it in docs/model.md"
                                .formatted(key, name, getClass().getPackageName())));
    }
}
