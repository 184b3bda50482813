package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.Scalar;
import dev.startide.domain.port.outbound.Expressions;
import dev.startide.domain.port.outbound.Expressions.Expression;
import dev.startide.domain.port.outbound.Expressions.Outcome;
import dev.startide.domain.port.outbound.Expressions.Scope;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import dev.startide.warehouse.star.KeyPermanence;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The kinds of event that a source carries, in the order in which they are tried. Immutable.
///
/// @param isAboutEnvelope whether any of their expressions speaks of what came around the payload
record SourcePlan(PayloadFormat format, List<TypePlan> types, boolean isAboutEnvelope) {

    /// One kind of event.
    ///
    /// @param when empty if every event is of this kind
    /// @param keys what is read of a row that is gone
    /// @param lastTime what is read to find out when such a row was told of last
    /// @param followsKeys whether it tells of an entity whose keys may change
    record TypePlan(
            EventType type,
            Optional<Expression> when,
            GroupPlan fields,
            EventOrder order,
            KeyFields keys,
            KeyFields lastTime,
            boolean followsKeys) {

        boolean isAboutEnvelope() {
            return fields.isAboutEnvelope()
                    || when.filter(Expression::isAboutEnvelope).isPresent();
        }

        boolean holds(Scope scope) {
            return when.isEmpty() || holds(when.get().evaluate(scope));
        }

        /// A condition on something that is null or was not said does not hold.
        private boolean holds(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Value(var tree) when tree instanceof Scalar.Truth(boolean truth) -> truth;
                case Outcome.Value(var tree) when tree == null -> false;
                case Outcome.Value _ -> throw failed("it is neither true nor false");
                case Outcome.Unsaid _ -> false;
                case Outcome.Failed(String message) -> throw failed(message);
            };
        }

        /// Whatever is wrong with an event of this kind, its kind is known.
        Reading reading(LoggedEvent logged, Supplier<Reading> reading) {
            try {
                return reading.get();
            } catch (Refusal refusal) {
                return new Reading.Refused(logged.at(), logged.source(), refusal.rejection(), Optional.of(type.name()));
            }
        }

        private Refusal failed(String message) {
            return Refusal.because(Reason.EXPRESSION_FAILED, "the condition of %s: %s".formatted(type.name(), message));
        }
    }

    SourcePlan {
        types = List.copyOf(types);
    }

    static SourcePlan of(Source source, WarehouseModel model, Expressions expressions) {
        List<TypePlan> types = model.events().stream()
                .filter(type -> type.source().equals(source.name()))
                .map(type -> plan(type, model, expressions))
                .toList();
        return new SourcePlan(source.format(), types, types.stream().anyMatch(TypePlan::isAboutEnvelope));
    }

    private static TypePlan plan(EventType type, WarehouseModel model, Expressions expressions) {
        GroupPlan fields = GroupPlan.ofEvent(type, expressions);
        model.events().stream()
                .filter(other -> other.source().equals(type.source()))
                .flatMap(other -> condition(other, expressions).stream())
                .flatMap(condition -> condition.looksAt().stream())
                .forEach(path -> fields.know(path.names()));
        return new TypePlan(
                type,
                condition(type, expressions),
                fields,
                EventOrder.of(type, model.timeZone(), fields.isAboutEnvelope()),
                KeyFields.of(type, model, expressions),
                KeyFields.ofTime(type, expressions),
                followsKeys(type, model));
    }

    private static boolean followsKeys(EventType type, WarehouseModel model) {
        return model.entityFeeds().stream()
                .filter(feed -> feed.event().equals(type.name()))
                .anyMatch(feed -> model.entity(feed.target()).permanence() instanceof KeyPermanence.Changing);
    }

    /// The kind of event that every payload is of and whose fields need no tree, if so.
    Optional<TypePlan> direct() {
        return types.stream()
                .limit(1)
                .filter(type -> type.when().isEmpty() && !type.fields().needsTree())
                .findFirst();
    }

    /// The first kind whose condition holds.
    Optional<TypePlan> typeOf(Scope scope) {
        return types.stream().filter(type -> type.holds(scope)).findFirst();
    }

    private static Optional<Expression> condition(EventType type, Expressions expressions) {
        return switch (type.when()) {
            case Condition.Always() -> Optional.empty();
            case Condition.Cel(String text) -> Optional.of(expressions.compile(text));
        };
    }
}
