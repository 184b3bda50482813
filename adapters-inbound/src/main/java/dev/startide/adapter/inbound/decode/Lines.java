package dev.startide.adapter.inbound.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Cuts a stream into lines, each as the very bytes between two line feeds, in bounded memory. A
/// carriage return before a line feed and a byte order mark at the beginning belong to no line;
/// blank lines are left out.
///
/// Used by one thread.
public final class Lines {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream stream;
    private final int mostBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int next;
    private int end;
    private long consumed;
    private boolean atBeginning = true;

    /// A line.
    ///
    /// @param bytes at most one more than was allowed: what is longer is cut there, so that it is
    ///     still seen to be too long
    /// @param length how long the line is, in bytes
    public record Line(byte[] bytes, long length) {

        /// Whether bytes of the line are missing.
        public boolean isCut() {
            return length > bytes.length;
        }
    }

    /// @param mostBytes of a line, a carriage return at its end included
    public Lines(InputStream stream, int mostBytes) {
        this.stream = stream;
        this.mostBytes = mostBytes;
    }

    /// How many bytes of the stream the lines so far have taken, line feeds included.
    public long bytesConsumed() {
        return consumed;
    }

    /// The next line that is not blank, or empty at the end of the stream.
    public Optional<Line> next() throws IOException {
        while (hasMore()) {
            Line found = readLine();
            if (!isBlank(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private Line readLine() throws IOException {
        line.reset();
        long length = 0;
        boolean ended = false;
        while (!ended && hasMore()) {
            int from = next;
            next = lineFeedOrEnd(from);
            ended = next < end;
            keep(from, next - from);
            length += next - from;
            next += ended ? 1 : 0;
            consumed += next - from;
        }
        return trimmed(line.toByteArray(), length);
    }

    private int lineFeedOrEnd(int from) {
        int at = from;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private void keep(int from, int count) {
        int room = mostBytes + 1 - line.size();
        line.write(buffer, from, Math.min(count, room));
    }

    private Line trimmed(byte[] bytes, long length) {
        boolean isCut = length > bytes.length;
        int from = atBeginning && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int until = !isCut && bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        atBeginning = false;
        boolean isWhole = from == 0 && until == bytes.length;
        byte[] kept = isWhole ? bytes : Arrays.copyOfRange(bytes, from, until);
        return new Line(kept, length - (bytes.length - kept.length));
    }

    private static boolean startsWithMark(byte[] bytes) {
        int length = BYTE_ORDER_MARK.length;
        return bytes.length >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
    }

    private static boolean isBlank(Line line) {
        for (byte one : line.bytes()) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return !line.isCut();
    }

    private boolean hasMore() throws IOException {
        while (next == end) {
            int read = stream.read(buffer);
            if (read < 0) {
                return false;
            }
            next = 0;
            end = read;
        }
        return true;
    }
}
