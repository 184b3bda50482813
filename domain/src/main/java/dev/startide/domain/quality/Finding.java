package dev.startide.domain.quality;

/// A place where a promise does not hold.
///
/// @param where the table, such as `star.customer`
/// @param key which row of it, as `column=value` pairs; may be empty
/// @param problem what is wrong with it, in a few words
public record Finding(String where, String key, String problem) {

    @Override
    public String toString() {
        return key.isEmpty() ? "%s: %s".formatted(where, problem) : "%s %s: %s".formatted(where, key, problem);
    }
}
