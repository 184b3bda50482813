package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.FieldConversion;
import dev.startide.domain.port.outbound.Expressions;
import dev.startide.domain.port.outbound.Expressions.Expression;
import dev.startide.domain.port.outbound.Expressions.Path;
import dev.startide.domain.port.outbound.Expressions.Path.Root;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.Field.ValueSource;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.UnknownFields;
import dev.startide.warehouse.schema.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the fields of a group are read, worked out once for a model. Immutable once made.
final class GroupPlan {

    private final FieldGroup group;
    private final List<SlotPlan> slots;
    private final Shape shape = new Shape();
    private final List<Computed> computed = new ArrayList<>();
    private final List<Path> looksAt = new ArrayList<>();
    private final UnknownFields unknown;

    /// How one slot is filled.
    sealed interface SlotPlan {

        String name();

        /// With a single value.
        record Single(String name, LogicalType type, FieldConversion conversion, boolean isRequired)
                implements SlotPlan {

            boolean isDocument() {
                return type instanceof LogicalType.Json;
            }
        }

        /// With a list of elements.
        record Many(String name, GroupPlan element) implements SlotPlan {}
    }

    /// A slot whose value an expression gives.
    record Computed(int slot, Expression expression) {}

    private GroupPlan(FieldGroup group, List<SlotPlan> slots, UnknownFields unknown) {
        this.group = group;
        this.slots = slots;
        this.unknown = unknown;
    }

    /// How some fields of an event are read, whatever else it has.
    static GroupPlan ofSome(FieldGroup group, Expressions expressions) {
        return of(group, Root.EVENT, expressions, UnknownFields.IGNORE);
    }

    /// How an event is read.
    static GroupPlan ofEvent(EventType type, Expressions expressions) {
        return of(type.fields(), Root.EVENT, expressions, type.unknown());
    }

    /// @param root what the fields are members of
    private static GroupPlan of(FieldGroup group, Root root, Expressions expressions, UnknownFields unknown) {
        GroupPlan plan = new GroupPlan(
                group,
                group.fields().stream()
                        .map(field -> slotOf(field, expressions, unknown))
                        .toList(),
                unknown);
        plan.claimOwnNames();
        plan.placeExpressions(root, expressions);
        plan.knowWhatIsLookedAt(root);
        return plan;
    }

    /// Says that somebody looks at the value at the end of a path, and at all that is inside.
    void know(List<String> path) {
        shape.know(path);
        for (SlotPlan slot : slots) {
            if (slot instanceof SlotPlan.Many(String name, GroupPlan element)
                    && (path.isEmpty() || path.getFirst().equals(name))) {
                element.know(List.of());
            }
        }
    }

    /// Expressions in lists look at the event, too; those outside of them call it `element` as well.
    private void knowWhatIsLookedAt(Root root) {
        for (SlotPlan slot : slots) {
            if (slot instanceof SlotPlan.Many(var _, GroupPlan element)) {
                element.looksAt.stream()
                        .filter(path -> path.root() == Root.EVENT)
                        .forEach(looksAt::add);
            }
        }
        looksAt.stream()
                .filter(path -> root == Root.EVENT || path.root() == root)
                .forEach(path -> know(path.names()));
    }

    /// What becomes of members that are not known.
    UnknownFields unknown() {
        return unknown;
    }

    /// The slot that takes all of them; -1 if there is none.
    int overflow() {
        return group.slotOf(UnknownFields.OVERFLOW_COLUMN);
    }

    FieldGroup group() {
        return group;
    }

    SlotPlan slot(int index) {
        return slots.get(index);
    }

    int width() {
        return slots.size();
    }

    Shape shape() {
        return shape;
    }

    List<Computed> computed() {
        return computed;
    }

    /// Whether an expression has to see the payload as a whole.
    boolean needsTree() {
        return !computed.isEmpty()
                || slots.stream()
                        .anyMatch(slot -> slot instanceof SlotPlan.Many many
                                && many.element().needsTree());
    }

    /// Whether an expression speaks of what came around the payload.
    boolean isAboutEnvelope() {
        return computed.stream().anyMatch(slot -> slot.expression().isAboutEnvelope())
                || slots.stream()
                        .anyMatch(slot -> slot instanceof SlotPlan.Many many
                                && many.element().isAboutEnvelope());
    }

    private static SlotPlan slotOf(Field field, Expressions expressions, UnknownFields unknown) {
        return switch (field) {
            case Field.Scalar scalar ->
                new SlotPlan.Single(
                        scalar.name().value(),
                        scalar.type(),
                        FieldConversion.of(scalar),
                        scalar.presence() == Field.Presence.REQUIRED);
            case Field.Nested(var name, var element) ->
                new SlotPlan.Many(name.value(), of(element, Root.ELEMENT, expressions, unknown));
        };
    }

    private static boolean takesUnknown(Field field) {
        return field instanceof Field.Scalar scalar && scalar.value() instanceof ValueSource.Unknown;
    }

    private void claimOwnNames() {
        for (int slot = 0; slot < width(); slot++) {
            if (expressionOf(slot).isEmpty() && !takesUnknown(group.fields().get(slot))) {
                shape.claim(List.of(slots.get(slot).name()), slot);
            }
        }
    }

    /// A value that is only selected is taken where the decoder comes past it; all others need the
    /// tree.
    private void placeExpressions(Root root, Expressions expressions) {
        for (int slot = 0; slot < width(); slot++) {
            Optional<String> text = expressionOf(slot);
            if (text.isPresent()) {
                Expression expression = expressions.compile(text.get());
                looksAt.addAll(expression.looksAt());
                if (!isClaimed(expression.path(), root, slot)) {
                    computed.add(new Computed(slot, expression));
                }
            }
        }
    }

    /// Outside of lists, `element` is the event.
    private boolean isClaimed(Optional<Path> path, Root root, int slot) {
        return path.filter(way -> way.root() == root || root == Root.EVENT)
                .map(way -> shape.claim(way.names(), slot))
                .orElse(false);
    }

    private Optional<String> expressionOf(int slot) {
        return switch (group.fields().get(slot)) {
            case Field.Scalar scalar ->
                switch (scalar.value()) {
                    case ValueSource.SameName(), ValueSource.Unknown() -> Optional.empty();
                    case ValueSource.Cel(String text) -> Optional.of(text);
                };
            case Field.Nested _ -> Optional.empty();
        };
    }
}
