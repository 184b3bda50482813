package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.SourcePlan.TypePlan;
import dev.startide.adapter.outbound.payload.Unwrapping.Message;
import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.outbound.Expressions.Envelope;
import dev.startide.domain.port.outbound.Expressions.Scope;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads change envelopes. Safe for use by many threads.
final class ChangeReading {

    private final Decoding decoding;

    ChangeReading(Decoding decoding) {
        this.decoding = decoding;
    }

    /// @throws Refusal if the event cannot be used
    Reading read(LoggedEvent logged, SourcePlan source, Message message) {
        if (message.isGone() || message.value().bytes().length == 0) {
            return ignored(logged, Reading.Ignored.TOMBSTONE);
        }
        Arrived arrived = arrived(logged.event(), message);
        return switch (arrived.envelope()) {
            case ChangeEnvelope.Aside(String rule) -> ignored(logged, rule);
            case ChangeEnvelope.Change change -> {
                ChangedKey key = ChangedKey.of(logged.event());
                Envelope envelope = decoding.envelope(logged, source, message).around(key.in(change.envelope()));
                Scope scope = new Scope(change.row(), change.row(), arrived.attributes(), envelope);
                yield source.typeOf(scope)
                        .map(type -> type.reading(logged, () -> read(logged, type, change, key, scope)))
                        .orElseGet(() -> ignored(logged, Reading.Ignored.NO_EVENT_TYPE));
            }
        };
    }

    /// A row that lives on under another key is not gone, if that is followed.
    private static Reading read(
            LoggedEvent logged, TypePlan type, ChangeEnvelope.Change change, ChangedKey key, Scope scope) {
        boolean livesOn = change.kind() == ChangeKind.GONE && key.isMoved() && type.followsKeys();
        return livesOn ? ignored(logged, Reading.Ignored.KEY_CHANGED) : typed(logged, type, change, key, scope);
    }

    private static Reading typed(
            LoggedEvent logged, TypePlan type, ChangeEnvelope.Change change, ChangedKey key, Scope scope) {
        ValueReading reading = switch (change.columns()) {
            case ColumnTypes.Known _ -> ValueReading.DECLARED;
            case ColumnTypes.Unknown _ -> ValueReading.UNTYPED;
        };
        FieldValues fields = switch (change.kind()) {
            case STATED -> stated(type, scope, reading);
            case GONE -> type.keys().read(scope, reading);
        };
        ChangeOrder order = order(type, change, fields, scope, reading, key, logged.event());
        TypedEvent event = new TypedEvent(type.type(), logged.at(), order, change.kind(), fields);
        return new Reading.Typed(logged.source(), event);
    }

    private static FieldValues stated(TypePlan type, Scope scope, ValueReading values) {
        GroupReading reading = new GroupReading(type.fields(), "", values);
        Trees.replay(scope.event(), new RootTarget(reading));
        reading.compute(scope);
        return reading.finish();
    }

    /// A row is gone when the database says so, and never before what it was like then: some logs
    /// tell time by the second.
    private static ChangeOrder order(
            TypePlan type,
            ChangeEnvelope.Change change,
            FieldValues fields,
            Scope scope,
            ValueReading reading,
            ChangedKey key,
            IncomingEvent event) {
        EventOrder order = type.order();
        Map<String, @Nullable Object> beside = key.beside(scope.attributes());
        return switch (change.kind()) {
            case STATED -> order.ofChange(fields, change.place(), event, beside);
            case GONE -> order.ofEnd(fields, lastTold(type, scope, reading), change.place(), event, beside);
        };
    }

    /// The time that the row had when it was there, if that was logged.
    private static Optional<FieldValues> lastTold(TypePlan type, Scope scope, ValueReading reading) {
        try {
            return Optional.of(type.lastTime().read(scope, reading));
        } catch (Refusal notLogged) {
            return Optional.empty();
        }
    }

    private Arrived arrived(IncomingEvent event, Message message) {
        Payload value = message.value();
        MediaType media = MediaType.of(value.contentType(), PayloadFormat.DEBEZIUM);
        if (media == MediaType.CLOUD_EVENT) {
            DecodedEvent decoded = decoding.decoded(event, value, media);
            return new Arrived(ChangeEnvelope.of(decoded.event(), new ColumnTypes.Unknown()), decoded.attributes());
        }
        Object tree = decoding.tree(value, media);
        ColumnTypes columns =
                decoding.schemaOf(value, media).map(ColumnTypes::ofAvro).orElseGet(ColumnTypes.Unknown::new);
        return new Arrived(ChangeEnvelope.of(tree, columns), DecodedEvent.attributes(event));
    }

    private static Reading ignored(LoggedEvent logged, String rule) {
        return new Reading.Ignored(logged.at(), logged.source(), rule);
    }

    private record Arrived(ChangeEnvelope envelope, Map<String, @Nullable Object> attributes) {}
}
