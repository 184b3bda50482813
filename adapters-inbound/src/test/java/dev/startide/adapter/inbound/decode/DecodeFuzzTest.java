package dev.startide.adapter.inbound.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.startide.adapter.inbound.decode.JsonElements.Cut;
import dev.startide.domain.event.IncomingEvent.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whatever arrives is cut into pieces that were in it, or refused; nothing is thrown.
class DecodeFuzzTest {

    private static final int MOST_ELEMENTS = 1_000;
    private static final int MOST_LINE_BYTES = 1_000;

    @FuzzTest
    void elements(byte[] array) {
        if (JsonElements.of(array, MOST_ELEMENTS) instanceof Cut.Elements(List<byte[]> slices)) {
            assertThat(slices).hasSizeLessThanOrEqualTo(MOST_ELEMENTS);
            slices.forEach(DecodeFuzzTest::requireOneElement);
        }
    }

    private static void requireOneElement(byte[] slice) {
        byte[] alone = ("[" + new String(slice, UTF_8) + "]").getBytes(UTF_8);
        assertThat(JsonElements.of(alone, 1))
                .isInstanceOfSatisfying(
                        Cut.Elements.class,
                        again -> assertThat(again.slices()).singleElement().isEqualTo(slice));
    }

    @FuzzTest
    void object(byte[] document) {
        Scanned scanned = JsonScan.object(document, Set.of("id", "source"));

        switch (scanned) {
            case Scanned.Sound sound ->
                assertThat(sound.present()).containsAll(sound.texts().keySet());
            case Scanned.Unsound unsound ->
                assertThat(unsound.reason()).isNotBlank().hasSizeLessThan(300);
        }
    }

    @FuzzTest
    void lines(byte[] stream) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(stream), MOST_LINE_BYTES);
        long content = 0;
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            assertThat(line.get().bytes())
                    .hasSizeLessThanOrEqualTo(MOST_LINE_BYTES + 1)
                    .doesNotContain('\n');
            content += line.get().length();
        }

        assertThat(lines.bytesConsumed()).isEqualTo(stream.length);
        assertThat(content).isLessThanOrEqualTo(stream.length);
    }

    /// A line for each header, its name before a colon.
    @FuzzTest
    void headers(byte[] seed) {
        Map<String, String> given = new LinkedHashMap<>();
        new String(seed, UTF_8).lines().forEach(line -> {
            int colon = Math.max(0, line.indexOf(':'));
            given.put(line.substring(0, colon), line.substring(colon));
        });

        Map<String, String> kept = Headers.bounded(given);

        assertThat(kept).hasSizeLessThanOrEqualTo(Headers.MAX_COUNT + 1).allSatisfy((name, value) -> {
            assertThat(name).isNotEmpty().doesNotContain("\0").hasSizeLessThanOrEqualTo(Headers.MAX_NAME_LENGTH);
            assertThat(value).doesNotContain("\0").hasSizeLessThanOrEqualTo(Headers.MAX_VALUE_LENGTH);
        });
    }

    /// The source is the first line of the seed, the id what comes after it.
    @FuzzTest
    void identity(byte[] seed) {
        String text = new String(seed, UTF_8);
        int end = text.indexOf('\n');
        String source = text.substring(0, Math.max(0, end));
        String id = text.substring(end + 1);

        CloudEventId.of(source, id)
                .ifPresent(identity -> assertThat(identity)
                        .isInstanceOfSatisfying(
                                Identity.Given.class,
                                given -> assertThat(given.id())
                                        .isEqualTo("%s %s", source, id)
                                        .doesNotContain("\0")
                                        .hasSizeLessThanOrEqualTo(Identity.MAX_LENGTH)));
    }
}
