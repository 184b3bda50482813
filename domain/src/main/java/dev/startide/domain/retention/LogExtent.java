package dev.startide.domain.retention;

/// How much of the raw log there is.
///
/// @param volumes how many volumes
/// @param bytes what they take on disk
/// @param released how many events were let go, in all lanes together
/// @param ids about how many ids are remembered, by which events are recognised
public record LogExtent(int volumes, long bytes, long released, long ids) {

    /// Whether every event that was ever logged is still there.
    public boolean isWhole() {
        return released == 0;
    }
}
