package dev.startide.adapter.inbound.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Splits bytes into lines without ever holding more of one than its limit, and passes over a byte
/// order mark of UTF-8 at the start. For one thread.
final class LineReader {

    private static final int BUFFER = 64 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long consumed;
    private boolean hasBegun;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// What was found where a line was looked for.
    sealed interface Line {

        /// A line, without its end.
        record Text(byte[] bytes) implements Line {}

        /// A line that is longer than the limit; it was passed over.
        record TooLong(long bytes) implements Line {}

        /// There are no more lines.
        record End() implements Line {}
    }

    /// The next line, ended by a line feed or by the end of the input.
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        while (fill()) {
            int stop = endOfLine();
            length += stop - next;
            line.write(buffer, next, Math.min(stop - next, Math.max(0, limit + 1 - line.size())));
            consumed += stop - next;
            next = stop;
            if (next < end) {
                next++;
                consumed++;
                return finished(line, length);
            }
        }
        return length == 0 ? new Line.End() : finished(line, length);
    }

    /// How many bytes belong to the lines that were returned.
    long consumed() {
        return consumed;
    }

    private Line finished(ByteArrayOutputStream line, long length) {
        return length > limit ? new Line.TooLong(length) : new Line.Text(line.toByteArray());
    }

    private int endOfLine() {
        int at = next;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() throws IOException {
        if (!hasBegun) {
            hasBegun = true;
            begin();
        }
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }

    private void begin() throws IOException {
        end = in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
        if (Arrays.equals(buffer, 0, end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            next = end;
            consumed = end;
        }
    }
}
