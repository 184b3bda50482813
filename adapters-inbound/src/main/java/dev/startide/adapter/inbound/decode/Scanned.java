package dev.startide.adapter.inbound.decode;

import java.util.Map;
import java.util.Set;

/// What a look at a JSON document found.
public sealed interface Scanned {

    /// A well-formed object within all limits.
    ///
    /// @param texts what those of the wanted members say that are texts
    /// @param present the wanted members that are there, whatever they are
    record Sound(Map<String, String> texts, Set<String> present) implements Scanned {

        public Sound {
            texts = Map.copyOf(texts);
            present = Set.copyOf(present);
        }

        /// Without what the members say, which may be personal data.
        @Override
        public String toString() {
            return "object with %s".formatted(present);
        }
    }

    /// Not to be used.
    ///
    /// @param reason continues a sentence that begins with what was looked at; holds nothing of it
    record Unsound(Fault fault, String reason) implements Scanned {}

    /// What kind of mistake it is.
    enum Fault {
        MALFORMED,
        NOT_AN_OBJECT,
        BEYOND_LIMITS
    }
}
