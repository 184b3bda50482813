package com.example.startide.folder;

import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;

/// How far a folder has been read.
///
/// @param file the name of the file that was read last; empty before the first
/// @param offset how many of its bytes have been read; always the beginning of a line, or the end
record FilePosition(String file, long offset) {

    private static final FilePosition BEGINNING = new FilePosition("", 0);
    private static final char SEPARATOR = ':';

    /// What was stored with the last batch.
    ///
    /// @throws StartideException `INVARIANT_BROKEN` if it was not written by this class
    static FilePosition of(SourcePosition stored) {
        if (stored.equals(SourcePosition.START)) {
            return BEGINNING;
        }
        String token = stored.token();
        int separator = token.indexOf(SEPARATOR);
        try {
            return new FilePosition(token.substring(separator + 1), Long.parseLong(token.substring(0, separator)));
        } catch (IndexOutOfBoundsException | NumberFormatException foreign) {
            throw StartideException.because(
                    FailureCode.INVARIANT_BROKEN,
                    "The stored position of the folder was written by another adapter",
                    foreign);
        }
    }

    SourcePosition stored() {
        return new SourcePosition(offset + String.valueOf(SEPARATOR) + file);
    }

    /// How many bytes of a file have been read, if the files before it do not matter.
    long offsetIn(String name) {
        return name.equals(file) ? offset : 0;
    }
}
