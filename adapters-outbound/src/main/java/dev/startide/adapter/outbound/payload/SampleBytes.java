package dev.startide.adapter.outbound.payload;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The beginning of a file.
///
/// @param location as it was given
/// @param isWhole whether the file ends there
record SampleBytes(String location, byte[] bytes, boolean isWhole) {

    /// Bounds the memory that a sample can cost.
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    static SampleBytes read(String location) {
        try (InputStream stream = Files.newInputStream(Path.of(location))) {
            byte[] bytes = stream.readNBytes(MOST_BYTES);
            return new SampleBytes(location, bytes, stream.read() < 0);
        } catch (IOException | InvalidPathException unreadable) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID,
                    "The file %s cannot be read. Check its name and rights; a topic is written as persistent://tenant/namespace/topic"
                            .formatted(location),
                    unreadable);
        }
    }

    /// The name of the file, without folder and ending.
    String name() {
        String file = String.valueOf(Path.of(location).getFileName());
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    boolean endsWith(String ending) {
        return location.endsWith(ending);
    }

    boolean startsWith(byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The lines that are not blank; the last one only if it is there as a whole.
    List<byte[]> lines(int most) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        while (from < bytes.length && lines.size() < most) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(bytes, from, end);
            boolean isThere = end < bytes.length || isWhole;
            if (isThere && !new String(line, StandardCharsets.UTF_8).isBlank()) {
                lines.add(line);
            }
            from = end + 1;
        }
        return lines;
    }
}
