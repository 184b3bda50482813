package dev.startide.adapter.outbound.modelfile;

/// A place in a file of a model.
///
/// @param file as its reader named it
/// @param line from 1
/// @param column from 1
record Place(String file, int line, int column) {

    static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public String toString() {
        return "%s:%d:%d".formatted(file, line, column);
    }
}
