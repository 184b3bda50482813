package dev.startide.adapter.outbound.payload;

import dev.startide.domain.draft.SampledEvent;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/// The events of an Avro container file, and the schema that they were written with.
record AvroContainer(String schema, List<SampledEvent> events) {

    /// What such a file begins with.
    static final byte[] MARK = {'O', 'b', 'j', 1};

    private static final String PAYLOAD = "the record";

    /// @throws StartideException `SETTING_INVALID` if it cannot be read
    static AvroContainer read(SampleBytes file, int most) {
        try (DataFileStream<Object> records =
                new DataFileStream<>(new ByteArrayInputStream(file.bytes()), new GenericDatumReader<>())) {
            return new AvroContainer(records.getSchema().toString(), events(records, most, file.isWhole()));
        } catch (IOException | RuntimeException malformed) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID,
                    "The file %s begins as Avro and cannot be read as such. Check it with Avro's own tools"
                            .formatted(file.location()),
                    malformed);
        }
    }

    private static List<SampledEvent> events(DataFileStream<Object> records, int most, boolean isWhole)
            throws IOException {
        List<SampledEvent> events = new ArrayList<>();
        try {
            while (events.size() < most && records.hasNext()) {
                byte[] bytes = encoded(records.next(), records.getSchema());
                Object tree = DecodedEvent.tree(target -> AvroDecoder.decode(bytes, records.getSchema(), target));
                events.add(new SampledEvent(Trees.object(tree, PAYLOAD), Map.of()));
            }
        } catch (EOFException cut) {
            if (isWhole) {
                throw cut;
            }
        }
        return events;
    }

    /// As an event of a topic would have it, so that it is read the same way.
    private static byte[] encoded(Object datum, Schema schema) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(datum, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
