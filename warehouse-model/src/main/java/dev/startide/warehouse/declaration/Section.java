package dev.startide.warehouse.declaration;

import java.util.List;

/// Parts of one kind, as far as they could be read.
///
/// @param extent whether these are all that were meant; a name that is missing from an uncertain
///     section may have been meant to be there
public record Section<T>(List<T> parts, Extent extent) {

    /// How far a section can be trusted to be complete.
    public enum Extent {
        WHOLE,
        UNCERTAIN
    }

    public Section {
        parts = List.copyOf(parts);
    }

    public static <T> Section<T> whole(List<T> parts) {
        return new Section<>(parts, Extent.WHOLE);
    }

    public static <T> Section<T> uncertain() {
        return new Section<>(List.of(), Extent.UNCERTAIN);
    }

    public boolean isWhole() {
        return extent == Extent.WHOLE;
    }
}
