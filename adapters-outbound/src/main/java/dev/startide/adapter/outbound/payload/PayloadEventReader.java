package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.SourcePlan.TypePlan;
import dev.startide.adapter.outbound.payload.Unwrapping.Message;
import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.Expressions;
import dev.startide.domain.port.outbound.Expressions.Scope;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quality.Rejection.Stage;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import dev.startide.warehouse.mapping.SourceName;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the payloads of a model's sources. The model is worked out once, when the reader is made.
@Singleton
final class PayloadEventReader implements EventReader {

    private static final Rejection ID_CONFLICT = new Rejection(
            Stage.INGEST, Reason.ID_CONFLICT, "the event's id belongs to an earlier event of other content");

    private static final Rejection GONE = new Rejection(
            Stage.PARSE,
            Reason.PAYLOAD_UNREADABLE,
            "the message has no value (a tombstone), and no event type asks for it: \"'pulsar-tombstone' in headers\"");

    private static final DecodedEvent NOTHING = new DecodedEvent(Map.of(), Map.of());

    private final Map<SourceName, SourcePlan> sources;
    private final Unwrapping unwrapping = new Unwrapping();
    private final Decoding decoding = new Decoding();
    private final ChangeReading changes = new ChangeReading(decoding);

    /// @throws dev.startide.domain.failure.StartideException if an expression of the model is none
    PayloadEventReader(WarehouseModel model, Expressions expressions) {
        this.sources = model.sources().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Source::name, source -> SourcePlan.of(source, model, expressions)));
    }

    @Override
    public Reading read(LoggedEvent logged) {
        SourcePlan source = sources.get(logged.source());
        switch (logged.admission()) {
            case DISCARDED -> {
                return new Reading.Ignored(logged.at(), logged.source(), Reading.Ignored.DISCARDED);
            }
            case ID_CONFLICT -> {
                return refused(logged, ID_CONFLICT);
            }
            case ACCEPTED -> {}
        }
        if (source == null || source.types().isEmpty()) {
            return ignored(logged);
        }
        try {
            return read(logged, source);
        } catch (Refusal refusal) {
            return refused(logged, refusal.rejection());
        }
    }

    private Reading read(LoggedEvent logged, SourcePlan source) {
        IncomingEvent event = logged.event();
        if (event.bytes() > PayloadLimits.MAX_BYTES) {
            throw Refusal.beyondLimit("the payload has more than %d bytes".formatted(PayloadLimits.MAX_BYTES));
        }
        Message message = unwrapping.unwrap(event);
        if (source.format() == PayloadFormat.DEBEZIUM) {
            return changes.read(logged, source, message);
        }
        Optional<TypePlan> direct = source.direct();
        if (message.isGone()) {
            return direct.isPresent() ? refused(logged, GONE) : readTree(logged, source, message, NOTHING);
        }
        MediaType media = MediaType.of(message.value().contentType(), source.format());
        if (direct.isPresent() && media != MediaType.CLOUD_EVENT) {
            return direct.get().reading(logged, () -> {
                GroupReading reading = new GroupReading(direct.get().fields(), "");
                decoding.decode(message.value(), media, new RootTarget(reading));
                return typed(logged, direct.get(), reading.finish(), Map.of());
            });
        }
        return readTree(logged, source, message, decoding.decoded(event, message.value(), media));
    }

    private Reading readTree(LoggedEvent logged, SourcePlan source, Message message, DecodedEvent decoded) {
        Scope scope = new Scope(
                decoded.event(), decoded.event(), decoded.attributes(), decoding.envelope(logged, source, message));
        Optional<TypePlan> type = source.typeOf(scope);
        if (type.isEmpty()) {
            return ignored(logged);
        }
        return type.get().reading(logged, () -> {
            GroupReading reading = new GroupReading(type.get().fields(), "");
            Trees.replay(decoded.event(), new RootTarget(reading));
            reading.compute(scope);
            return typed(logged, type.get(), reading.finish(), decoded.attributes());
        });
    }

    private static Reading typed(
            LoggedEvent logged, TypePlan type, FieldValues fields, Map<String, @Nullable Object> attributes) {
        ChangeOrder order = type.order().of(fields, logged.event(), attributes);
        TypedEvent event = new TypedEvent(type.type(), logged.at(), order, fields);
        return new Reading.Typed(logged.source(), event);
    }

    private static Reading refused(LoggedEvent logged, Rejection rejection) {
        return new Reading.Refused(logged.at(), logged.source(), rejection);
    }

    private static Reading ignored(LoggedEvent logged) {
        return new Reading.Ignored(logged.at(), logged.source(), Reading.Ignored.NO_EVENT_TYPE);
    }
}
