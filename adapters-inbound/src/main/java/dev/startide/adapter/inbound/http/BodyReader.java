package dev.startide.adapter.inbound.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/// Reads bodies within limits: on their length, on what they become when they are unpacked, and on
/// the time that they take. A length that is announced is judged before anything is read.
final class BodyReader {

    private static final int STEP_BYTES = 64 * 1024;

    /// So little may become anything: a few lines that are alike shrink to next to nothing.
    private static final int FREE_BYTES = 64 * 1024;

    private final int mostBytes;
    private final int maxInflation;
    private final Alarm alarm;

    BodyReader(HttpIngestConfig config, Alarm alarm) {
        this.mostBytes = config.maxRequestBytes();
        this.maxInflation = config.maxInflation();
        this.alarm = alarm;
    }

    /// A body as it comes.
    ///
    /// @param announced the length that the request says it has, packed as it is
    record Body(InputStream bytes, OptionalLong announced, Encoding encoding) {}

    /// Reads a body to its end, and unpacks it.
    ///
    /// @param share grows with what is read; the caller gives it back
    byte[] read(Body body, ByteBudget.Share share, Deadline deadline) throws RefusedException {
        requireRoom(body.announced().orElse(0), share);
        Counted packed = new Counted(body.bytes());
        try (Alarm.Watch _ = alarm.set(deadline)) {
            return switch (body.encoding()) {
                case NONE -> readAll(packed, Long.MAX_VALUE, packed, share, deadline);
                case GZIP -> readAll(new GZIPInputStream(packed), maxInflation, packed, share, deadline);
            };
        } catch (IOException brokenOff) {
            throw deadline.isPast() ? tooSlow() : brokenOff(body.encoding());
        } catch (RuntimeException interrupted) {
            if (deadline.isPast()) {
                throw tooSlow();
            }
            throw interrupted;
        }
    }

    private byte[] readAll(InputStream body, long inflation, Counted packed, ByteBudget.Share share, Deadline deadline)
            throws IOException, RefusedException {
        ByteArrayOutputStream read = new ByteArrayOutputStream(STEP_BYTES);
        byte[] step = new byte[STEP_BYTES];
        for (int count = body.read(step); count >= 0; count = body.read(step)) {
            long size = (long) read.size() + count;
            requireRoom(size, share);
            if (inflation < Long.MAX_VALUE && size > FREE_BYTES + inflation * packed.count) {
                throw new RefusedException(
                        Mistake.TOO_LARGE, "Unpacked, a body may be %d times larger at most".formatted(inflation));
            }
            if (deadline.isPast()) {
                throw tooSlow();
            }
            read.write(step, 0, count);
        }
        return read.toByteArray();
    }

    private static RefusedException tooSlow() {
        return new RefusedException(Mistake.TOO_SLOW, "The body did not arrive in time");
    }

    private static RefusedException brokenOff(Encoding encoding) {
        return new RefusedException(
                Mistake.MALFORMED,
                switch (encoding) {
                    case NONE -> "The body broke off";
                    case GZIP -> "The body broke off, or is not gzip";
                });
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

    /// Counts what is read of a stream.
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
