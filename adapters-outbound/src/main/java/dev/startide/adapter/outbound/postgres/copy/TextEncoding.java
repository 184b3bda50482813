package dev.startide.adapter.outbound.postgres.copy;

/// Text as UTF-8, straight into the buffer.
final class TextEncoding {

    private static final int MAX_BYTES_PER_CHAR = 3;
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    private TextEncoding() {}

    /// Writes a field, or nothing at all if PostgreSQL's `text` cannot hold the text: it has a NUL
    /// or half of a surrogate pair.
    ///
    /// @return whether it was written
    static boolean write(CopyBuffer out, String text) {
        int start = out.length();
        int count = text.length();
        byte[] bytes = out.reserve(Math.addExact(Integer.BYTES, Math.multiplyExact(MAX_BYTES_PER_CHAR, count)));
        int at = start + Integer.BYTES;
        int index = 0;
        for (; index < count; index++) {
            char unit = text.charAt(index);
            if (unit >= ONE_BYTE || unit == 0) {
                break;
            }
            bytes[at++] = (byte) unit;
        }
        if (index < count) {
            at = writeWide(bytes, at, text, index);
        }
        if (at < 0) {
            return false;
        }
        out.setInt(start, at - start - Integer.BYTES);
        out.advanceTo(at);
        return true;
    }

    /// @return the index after the last byte, or -1 if the text cannot be held
    private static int writeWide(byte[] bytes, int start, String text, int from) {
        int at = start;
        for (int index = from; index < text.length(); index++) {
            int point = text.codePointAt(index);
            if (point == 0 || isHalfOfPair(point)) {
                return -1;
            }
            if (point < ONE_BYTE) {
                bytes[at++] = (byte) point;
            } else if (point < TWO_BYTES) {
                bytes[at++] = (byte) (0xC0 | (point >> 6));
                bytes[at++] = trailing(point);
            } else if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                bytes[at++] = (byte) (0xE0 | (point >> 12));
                bytes[at++] = trailing(point >> 6);
                bytes[at++] = trailing(point);
            } else {
                bytes[at++] = (byte) (0xF0 | (point >> 18));
                bytes[at++] = trailing(point >> 12);
                bytes[at++] = trailing(point >> 6);
                bytes[at++] = trailing(point);
                index++;
            }
        }
        return at;
    }

    private static boolean isHalfOfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static byte trailing(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }
}
