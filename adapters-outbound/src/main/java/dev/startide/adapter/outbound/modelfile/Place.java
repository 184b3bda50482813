package dev.startide.adapter.outbound.modelfile;

/// A place in a file.
///
/// @param line from 1
/// @param column from 1
record Place(int line, int column) implements Comparable<Place> {

    static final Place START = new Place(1, 1);

    @Override
    public int compareTo(Place other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
