package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.FieldConversion;
import dev.startide.domain.port.outbound.Expressions;
import dev.startide.domain.port.outbound.Expressions.Expression;
import dev.startide.domain.port.outbound.Expressions.Path;
import dev.startide.domain.port.outbound.Expressions.Path.Root;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.Field.ValueSource;
import dev.startide.warehouse.mapping.FieldGroup;
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

    private GroupPlan(FieldGroup group, List<SlotPlan> slots) {
        this.group = group;
        this.slots = slots;
    }

    /// @param root what the fields are members of
    static GroupPlan of(FieldGroup group, Root root, Expressions expressions) {
        GroupPlan plan = new GroupPlan(
                group,
                group.fields().stream().map(field -> slotOf(field, expressions)).toList());
        plan.claimOwnNames();
        plan.placeExpressions(root, expressions);
        return plan;
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

    private static SlotPlan slotOf(Field field, Expressions expressions) {
        return switch (field) {
            case Field.Scalar scalar ->
                new SlotPlan.Single(
                        scalar.name().value(),
                        scalar.type(),
                        FieldConversion.of(scalar),
                        scalar.presence() == Field.Presence.REQUIRED);
            case Field.Nested(var name, var element) ->
                new SlotPlan.Many(name.value(), GroupPlan.of(element, Root.ELEMENT, expressions));
        };
    }

    private void claimOwnNames() {
        for (int slot = 0; slot < width(); slot++) {
            if (expressionOf(slot).isEmpty()) {
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
                    case ValueSource.SameName() -> Optional.empty();
                    case ValueSource.Cel(String text) -> Optional.of(text);
                };
            case Field.Nested _ -> Optional.empty();
        };
    }
}
