package dev.startide.adapter.outbound.modelfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// What came of reading a file of a model.
sealed interface FileText {

    /// Bounds the memory that a file can cost; a model of a hundred tables has some 100 kB.
    long MAX_BYTES = 1 << 20;

    record Whole(String text) implements FileText {}

    record Refused(String problem, String remedy) implements FileText {}

    static FileText of(String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_BYTES) {
                return new Refused("has more than %d bytes".formatted(MAX_BYTES), "Check that this is the right file.");
            }
            byte[] bytes = Files.readAllBytes(path);
            return new Whole(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return new Refused("is not UTF-8 text", "Save the file as UTF-8.");
        } catch (IOException | InvalidPathException unreadable) {
            return new Refused(
                    "cannot be read (%s)".formatted(unreadable.getClass().getSimpleName()),
                    "Check that the file exists and may be read.");
        }
    }
}
