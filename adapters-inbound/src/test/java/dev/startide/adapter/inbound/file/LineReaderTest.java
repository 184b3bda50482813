package dev.startide.adapter.inbound.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {

    private static final int LIMIT = 10;

    @Test
    void splitsAtLineFeedsAndKeepsALastLineWithoutOne() throws IOException {
        // When
        List<String> lines = read("one\n\ntwo\nthree");

        // Then
        assertThat(lines).containsExactly("one", "", "two", "three");
    }

    @Test
    void passesOverALineThatIsTooLongWithoutLosingItsNeighbours() throws IOException {
        // When
        List<String> lines = read("one\n" + "x".repeat(200_000) + "\nten chars!\ntwo\n");

        // Then
        assertThat(lines).containsExactly("one", "too long: 200000", "ten chars!", "two");
    }

    @ParameterizedTest
    @CsvSource({"'\uFEFFone\ntwo',one", "'\uFEFF\ntwo',''", "'o\ntwo',o", "'\n\uFEFF\ntwo',''"})
    void passesOverAByteOrderMarkAtTheStartOnly(String content, String first) throws IOException {
        // When
        List<String> lines = read(content);

        // Then
        assertThat(lines).startsWith(first).endsWith("two");
    }

    @Test
    void countsTheBytesOfTheLinesThatItReturned() throws IOException {
        // Given
        LineReader reader = reader("one\ntwo\n");
        reader.next();

        // When
        long consumed = reader.consumed();

        // Then
        assertThat(consumed).isEqualTo(4);
    }

    private static List<String> read(String content) throws IOException {
        LineReader reader = reader(content);
        List<String> lines = new ArrayList<>();
        LineReader.Line line = reader.next();
        while (!(line instanceof LineReader.Line.End)) {
            lines.add(
                    switch (line) {
                        case LineReader.Line.Text(var bytes) -> new String(bytes, UTF_8);
                        case LineReader.Line.TooLong(var bytes) -> "too long: " + bytes;
                        case LineReader.Line.End() -> "end";
                    });
            line = reader.next();
        }
        return lines;
    }

    private static LineReader reader(String content) {
        return new LineReader(new ByteArrayInputStream(content.getBytes(UTF_8)), LIMIT);
    }
}
