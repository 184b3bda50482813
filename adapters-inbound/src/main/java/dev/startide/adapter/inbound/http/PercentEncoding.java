package dev.startide.adapter.inbound.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Reads the values of CloudEvents headers, where characters outside of ASCII are written as `%`
/// and two hexadecimal digits for each byte of UTF-8.
final class PercentEncoding {

    private static final int RADIX = 16;
    private static final int ENCODED_LENGTH = 3;

    private PercentEncoding() {}

    /// Decodes what is encoded, and leaves everything else as it is, a lone `%` included.
    static String decode(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int one = encodedAt(bytes, at);
            decoded.write(one < 0 ? bytes[at] : one);
            at += one < 0 ? 1 : ENCODED_LENGTH;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int encodedAt(byte[] bytes, int at) {
        if (bytes[at] != '%' || at + ENCODED_LENGTH > bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at + 1], RADIX);
        int low = Character.digit(bytes[at + 2], RADIX);
        return high < 0 || low < 0 ? -1 : high * RADIX + low;
    }
}
