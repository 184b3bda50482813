package dev.startide.adapter.inbound.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest of all lines so far. For one thread.
final class LineDigest {

    private final MessageDigest digest;

    LineDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(LineReader.Line line) {
        switch (line) {
            case LineReader.Line.Text(var bytes) -> digest.update(bytes);
            case LineReader.Line.TooLong(var bytes) ->
                digest.update(Long.toString(bytes).getBytes(UTF_8));
            case LineReader.Line.End() -> {}
        }
        digest.update((byte) '\n');
    }

    String soFar() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
