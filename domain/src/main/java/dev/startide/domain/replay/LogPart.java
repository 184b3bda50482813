package dev.startide.domain.replay;

/// Consecutive positions of a lane.
///
/// @param first inclusive
/// @param last inclusive
public record LogPart(long first, long last) {

    /// How many positions there are.
    public long size() {
        return last - first + 1;
    }
}
