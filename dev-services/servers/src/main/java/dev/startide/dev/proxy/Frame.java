package dev.startide.dev.proxy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One message of the protocol of PostgreSQL, version 3.
///
/// @param type its first byte; 0 for the messages of the beginning, which have none
/// @param body what follows the length
record Frame(char type, byte[] body) {

    private static final int LENGTH = 4;

    /// No message of ours or of the server is larger.
    private static final int MOST = 1 << 28;

    static Frame first(DataInputStream in) throws IOException {
        return new Frame('\0', body(in));
    }

    static Frame next(DataInputStream in) throws IOException {
        return new Frame((char) in.readUnsignedByte(), body(in));
    }

    void write(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size());
        if (type != '\0') {
            bytes.put((byte) type);
        }
        bytes.putInt(body.length + LENGTH).put(body);
        out.write(bytes.array());
        out.flush();
    }

    int size() {
        return body.length + LENGTH + (type == '\0' ? 0 : 1);
    }

    /// The code that a message of the beginning starts with.
    int code() {
        return ByteBuffer.wrap(body).getInt();
    }

    /// One of the texts that the body starts with, each ended by a zero.
    ///
    /// @param number from 0
    String text(int number) {
        int from = 0;
        for (int passed = 0; passed < number; passed++) {
            from = end(from) + 1;
        }
        return new String(body, from, end(from) - from, StandardCharsets.UTF_8);
    }

    private int end(int from) {
        int end = from;
        while (end < body.length && body[end] != 0) {
            end++;
        }
        return end;
    }

    private static byte[] body(DataInputStream in) throws IOException {
        int length = in.readInt() - LENGTH;
        if (length < 0 || length > MOST) {
            throw new IOException("This is not the protocol of PostgreSQL");
        }
        return in.readNBytes(length);
    }
}
