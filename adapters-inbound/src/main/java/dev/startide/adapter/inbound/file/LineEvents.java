package dev.startide.adapter.inbound.file;

import dev.startide.adapter.inbound.decode.CloudEventId;
import dev.startide.adapter.inbound.decode.JsonScan;
import dev.startide.adapter.inbound.decode.Scanned;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.Payload;
import dev.startide.domain.port.inbound.FiniteSource.Form;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes events of lines.
record LineEvents(Form form, InstantSource clock) {

    private static final String JSON = "application/json";
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final Set<String> IDENTITY = Set.of("specversion", "source", "id");

    /// The event that a line is; empty if it is not of the form.
    Optional<IncomingEvent> of(byte[] line) {
        return switch (form) {
            case DOCUMENTS -> Optional.of(event(new Identity.InContent(), JSON, line));
            case CLOUD_EVENTS -> identityOf(line).map(identity -> event(identity, STRUCTURED, line));
        };
    }

    private static Optional<Identity> identityOf(byte[] line) {
        return switch (JsonScan.object(line, IDENTITY)) {
            case Scanned.Unsound _ -> Optional.empty();
            case Scanned.Sound sound ->
                "1.0".equals(sound.texts().get("specversion"))
                        ? CloudEventId.of(
                                sound.texts().getOrDefault("source", ""),
                                sound.texts().getOrDefault("id", ""))
                        : Optional.empty();
        };
    }

    private IncomingEvent event(Identity identity, String contentType, byte[] line) {
        return new IncomingEvent(identity, Map.of(), clock.instant(), new Payload.SelfDescribing(contentType, line));
    }
}
