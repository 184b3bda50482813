package dev.startide.adapter.outbound.postgres.connection;

/// Why a server cannot keep our promises.
///
/// @param setting the setting of the server that is in the way
/// @param says what is wrong with it
/// @param remedy what to do about it
public record Unfitness(String setting, String says, String remedy) {

    @Override
    public String toString() {
        return "%s: %s".formatted(says, remedy);
    }
}
