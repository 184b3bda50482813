package dev.startide.adapter.outbound.modelfile;

import dev.startide.warehouse.declaration.Written.Spot;
import java.util.HashMap;
import java.util.Map;

/// Where the parts of a document stand, by their paths. Used by one thread.
final class Places {

    private final Place start;
    private final Map<String, Place> names = new HashMap<>();
    private final Map<String, Place> values = new HashMap<>();

    Places(String file) {
        this.start = Place.startOf(file);
    }

    /// Takes over the places of another file. What is known already stays where it is.
    void putAll(Places others) {
        others.names.forEach(names::putIfAbsent);
        others.values.forEach(values::putIfAbsent);
    }

    void putName(String path, Place place) {
        names.putIfAbsent(path, place);
    }

    void putValue(String path, Place place) {
        values.putIfAbsent(path, place);
    }

    /// The place of the part, or of the nearest part around it that has one. A value that is a
    /// group or a list of others is found at its name.
    Place of(String path, Spot spot) {
        Place wanted = spot == Spot.VALUE ? values.getOrDefault(path, names.get(path)) : names.get(path);
        Place any = wanted != null ? wanted : values.get(path);
        if (any != null) {
            return any;
        }
        return path.isEmpty() ? start : of(around(path), Spot.NAME);
    }

    private static String around(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
