package dev.startide.adapter.inbound.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a JSON array into its elements, each as the very bytes that arrived.
public final class JsonElements {

    /// How deep an array is followed to find where its elements end. What is within an element is
    /// looked at under the limits of payloads afterwards, so that one bad element does not cost the
    /// others.
    private static final int MAX_DEPTH = 10_000;

    private static final JsonFactory GENEROUS = JsonScan.factory(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build());

    private final byte[] array;
    private final JsonParser parser;

    private JsonElements(byte[] array, JsonParser parser) {
        this.array = array;
        this.parser = parser;
    }

    /// The elements, or why they cannot be told apart.
    public sealed interface Cut {

        /// All of them, in their order.
        record Elements(List<byte[]> slices) implements Cut {}

        /// There are more than allowed; none was cut.
        record TooMany() implements Cut {}

        /// The document is not an array.
        record NotAnArray() implements Cut {}

        /// The document is not well-formed, or nested beyond reason.
        record Malformed() implements Cut {}
    }

    /// Cuts.
    ///
    /// @param most how many elements are allowed
    public static Cut of(byte[] array, int most) {
        try (JsonParser parser = GENEROUS.createParser(array)) {
            return new JsonElements(array, parser).cut(most);
        } catch (IOException _) {
            return new Cut.Malformed();
        }
    }

    private Cut cut(int most) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return parser.currentToken() == null ? new Cut.Malformed() : new Cut.NotAnArray();
        }
        List<byte[]> slices = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (slices.size() == most) {
                return new Cut.TooMany();
            }
            slices.add(slice());
        }
        return parser.nextToken() == null ? new Cut.Elements(slices) : new Cut.Malformed();
    }

    private byte[] slice() throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        long until = parser.currentLocation().getByteOffset();
        return Arrays.copyOfRange(array, (int) from, (int) until);
    }
}
