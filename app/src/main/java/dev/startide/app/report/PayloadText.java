package dev.startide.app.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The beginning of a payload, to be read by people: text if it is text, base64 if not.
///
/// @param leftOut how many bytes are not shown
record PayloadText(String text, Form form, int leftOut) {

    /// How bytes are shown.
    enum Form {
        TEXT,
        BASE64
    }

    /// Bytes of the longest character.
    private static final int LONGEST = 4;

    /// @param most how many bytes to show
    static PayloadText of(byte[] bytes, int most) {
        int shown = Math.min(bytes.length, most);
        for (int end = shown; end > Math.max(-1, shown - LONGEST); end--) {
            String text = textOf(bytes, end);
            if (text != null) {
                return new PayloadText(text, Form.TEXT, bytes.length - end);
            }
            if (shown == bytes.length) {
                break;
            }
        }
        String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, shown));
        return new PayloadText(encoded, Form.BASE64, bytes.length - shown);
    }

    /// Control characters could do anything to a terminal.
    private static @Nullable String textOf(byte[] bytes, int end) {
        try {
            String text = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, end))
                    .toString();
            return text.codePoints().anyMatch(PayloadText::isUnprintable) ? null : text;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static boolean isUnprintable(int point) {
        return Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
    }
}
