package dev.startide.adapter.inbound.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.decode.Lines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static List<String> linesOf(String text, int mostBytes) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), mostBytes);
        List<String> found = new ArrayList<>();
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            String bytes = new String(line.get().bytes(), StandardCharsets.UTF_8);
            found.add(
                    line.get().isCut() ? "%s… of %d".formatted(bytes, line.get().length()) : bytes);
        }
        return found;
    }

    @Test
    void leavesOutLineEndsBlankLinesAndAByteOrderMark() throws IOException {
        // When
        var lines = linesOf("\uFEFFone\r\n\n \t\r\ntwo\n three ", 100);

        // Then
        assertThat(lines).containsExactly("one", "two", " three ");
    }

    @Test
    void cutsALineThatIsTooLongOneByteBeyondTheLimit() throws IOException {
        // When
        var lines = linesOf("12345\n123456789\n1234", 5);

        // Then
        assertThat(lines).containsExactly("12345", "123456… of 9", "1234");
    }

    @Test
    void goesThroughLinesThatAreLongerThanItsBuffer() throws IOException {
        // Given
        String line = "x".repeat(150_000);

        // When
        var lines = linesOf(line + "\n" + line, 200_000);

        // Then
        assertThat(lines).containsExactly(line, line);
    }
}
