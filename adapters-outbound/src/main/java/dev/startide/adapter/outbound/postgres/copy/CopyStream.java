package dev.startide.adapter.outbound.postgres.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// A binary COPY in progress. Closing it before [#finish] gives it up. Used by one thread.
///
/// ```java
/// try (CopyStream copy = CopyStream.open(connection, sql)) {
///     CopyBuffer row = copy.startRow(2);
///     row.intField(lane);
///     row.longField(position);
///     copy.finish();
/// }
/// ```
public final class CopyStream implements AutoCloseable {

    /// Sent at once: large enough that the number of messages does not matter, small enough to stay
    /// in a processor's cache.
    private static final int CHUNK = 1 << 16;

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TRAILER = -1;

    private final CopyIn copy;
    private final CopyBuffer buffer = new CopyBuffer();

    private CopyStream(CopyIn copy) {
        this.copy = copy;
    }

    /// Starts a COPY.
    ///
    /// @param sql a `COPY … FROM STDIN` in binary format
    public static CopyStream open(Connection connection, String sql) throws SQLException {
        CopyStream stream = new CopyStream(
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
        stream.buffer.putRaw(SIGNATURE);
        stream.buffer.putInt(0);
        stream.buffer.putInt(0);
        return stream;
    }

    /// Begins a row; the caller then writes as many fields as it says, in the order of the COPY's
    /// columns.
    public CopyBuffer startRow(int fields) throws SQLException {
        if (buffer.length() >= CHUNK) {
            send();
        }
        buffer.putShort(fields);
        return buffer;
    }

    /// Writes a text field; what PostgreSQL cannot hold must have been escaped before.
    public static void textField(CopyBuffer row, String text) {
        if (!TextEncoding.write(row, text)) {
            throw new IllegalArgumentException("Text with a NUL or half of a surrogate pair was not escaped");
        }
    }

    /// Writes a field of type `timestamptz`, cut off to microseconds.
    public static void instantField(CopyBuffer row, Instant instant) {
        row.longField(TimeEncoding.micros(instant));
    }

    /// Ends the COPY.
    ///
    /// @return how many rows the server took
    public long finish() throws SQLException {
        buffer.putShort(TRAILER);
        send();
        return copy.endCopy();
    }

    /// Gives up what was not finished; the transaction is of no use after that.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.length());
        buffer.clear();
    }
}
