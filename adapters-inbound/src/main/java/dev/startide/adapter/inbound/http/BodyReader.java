package dev.startide.adapter.inbound.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/// Reads bodies within limits: a length that is announced is judged before anything is read.
final class BodyReader {

    private static final int STEP_BYTES = 64 * 1024;

    private final int mostBytes;

    BodyReader(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// Reads a body to its end.
    ///
    /// @param announced the length that the request says it has
    /// @param share grows with what is read; the caller gives it back
    byte[] read(InputStream body, OptionalLong announced, ByteBudget.Share share) throws RefusedException {
        requireRoom(announced.orElse(0), share);
        try {
            ByteArrayOutputStream read = new ByteArrayOutputStream(Math.toIntExact(announced.orElse(STEP_BYTES)));
            byte[] step = new byte[STEP_BYTES];
            for (int count = body.read(step); count >= 0; count = body.read(step)) {
                requireRoom((long) read.size() + count, share);
                read.write(step, 0, count);
            }
            return read.toByteArray();
        } catch (IOException brokenOff) {
            throw new RefusedException(Mistake.MALFORMED, "The body broke off");
        }
    }

    private void requireRoom(long bytes, ByteBudget.Share share) throws RefusedException {
        if (bytes > mostBytes) {
            throw new RefusedException(
                    Mistake.TOO_LARGE, "A request may have %d bytes; send the events in several".formatted(mostBytes));
        }
        if (!share.growTo(bytes)) {
            throw new RefusedException(
                    Mistake.BUSY, "Other requests are still waiting to be logged; send this one again later");
        }
    }
}
