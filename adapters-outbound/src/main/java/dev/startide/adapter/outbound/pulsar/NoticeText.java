package dev.startide.adapter.outbound.pulsar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.QuarantineNotice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A notice as it is sent. Without what the event says, which may hold personal data.
final class NoticeText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private NoticeText() {}

    /// Notices of one event have one key.
    static String key(QuarantineNotice notice) {
        return "%s %s".formatted(notice.event().source(), place(notice.event().at()));
    }

    static byte[] json(QuarantineNotice notice) {
        Rejection rejection = notice.event().rejection();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("notice", notice.number());
            json.writeStringField("event", place(notice.event().at()));
            json.writeStringField("source", notice.event().source().value());
            if (notice.event().kind().isPresent()) {
                json.writeStringField("kind", notice.event().kind().get().value());
            }
            json.writeStringField("stage", rejection.stage().name());
            json.writeStringField("reason", rejection.reason().name());
            json.writeStringField("message", rejection.message());
            json.writeNumberField("attempts", notice.attempts());
            json.writeStringField("at", notice.at().toString());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String place(LanePosition at) {
        return "%d:%d".formatted(at.lane().value(), at.position());
    }
}
