package com.example.startide.folder;

import dev.startide.domain.event.PayloadLimits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Cuts a stream into lines, in bounded memory; blank lines are left out. Used by one thread.
final class Lines {

    /// One more than an event may have, so that a longer line is still seen to be too long.
    private static final int MOST_KEPT = PayloadLimits.MAX_BYTES + 1;

    private final InputStream stream;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long consumed;

    Lines(InputStream stream) {
        this.stream = new BufferedInputStream(stream, 64 * 1024);
    }

    /// How many bytes the lines so far have taken, with their ends.
    long consumed() {
        return consumed;
    }

    /// The next line that is not blank, without its end; empty at the end of the stream.
    Optional<byte[]> next() throws IOException {
        line.reset();
        boolean isBlank = true;
        int next = stream.read();
        while (next >= 0) {
            consumed++;
            if (next != '\n') {
                isBlank &= isSpace(next);
                keep(next);
            } else if (isBlank) {
                line.reset();
            } else {
                return Optional.of(line.toByteArray());
            }
            next = stream.read();
        }
        return isBlank ? Optional.empty() : Optional.of(line.toByteArray());
    }

    private void keep(int next) {
        if (line.size() < MOST_KEPT) {
            line.write(next);
        }
    }

    /// A carriage return before a line feed is as good as a space to every reader of JSON.
    private static boolean isSpace(int next) {
        return next == ' ' || next == '\t' || next == '\r';
    }
}
