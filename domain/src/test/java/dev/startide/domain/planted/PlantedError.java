package dev.startide.domain.planted;

import java.util.ArrayList;
import java.util.List;

/// A mistake that somebody could have made, as changes of the sources.
///
/// @param name what goes wrong, as a sentence
record PlantedError(String name, List<PlantedChange> changes) {

    PlantedError {
        changes = List.copyOf(changes);
    }

    /// @param file below the domain's package, without `.java`; the domain's own, or of its test kit
    /// @param right what stands there; how it is broken into lines does not matter
    /// @param wrong what stands there instead
    PlantedError(String name, String file, String right, String wrong) {
        this(name, List.of(new PlantedChange(file, right, wrong)));
    }

    /// The same with another change, without which something else would put the mistake right.
    PlantedError and(String file, String right, String wrong) {
        List<PlantedChange> more = new ArrayList<>(changes);
        more.add(new PlantedChange(file, right, wrong));
        return new PlantedError(name, more);
    }

    @Override
    public String toString() {
        return name;
    }
}
