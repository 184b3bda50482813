package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.GroupPlan.SlotPlan;
import dev.startide.domain.normalize.Converted;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.JsonText;
import dev.startide.domain.normalize.Scalar;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.port.outbound.Expressions.Outcome;
import dev.startide.domain.port.outbound.Expressions.Scope;
import dev.startide.domain.quality.Rejection.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of one group of fields while they are read. Used by one thread, for one event.
final class GroupReading {

    private final GroupPlan plan;
    private final String place;
    private final ValueReading reading;
    private final @Nullable Object[] values;
    private @Nullable Overflow overflow;

    /// @param place the path of the object that is read, ending with a point unless it is empty
    GroupReading(GroupPlan plan, String place) {
        this(plan, place, ValueReading.DECLARED);
    }

    /// @param place the path of the object that is read, ending with a point unless it is empty
    /// @param reading how single values become those of their types
    GroupReading(GroupPlan plan, String place, ValueReading reading) {
        this.plan = plan;
        this.place = place;
        this.reading = reading;
        this.values = new @Nullable Object[plan.width()];
        Arrays.fill(values, Unsaid.UNSAID);
    }

    /// What takes the object that the fields are members of.
    Target.ObjectTarget object() {
        return new ShapeTarget(this, plan.shape(), place);
    }

    SlotPlan slot(int slot) {
        return plan.slot(slot);
    }

    /// What takes a member that no field is read from; null if nobody wants it.
    ///
    /// @param shape what is known of the object that it is a member of
    /// @param object the path of this object, ending with a point unless it is empty
    /// @throws Refusal if there must be no such member
    @Nullable
    Target unknown(Shape shape, String object, String name) {
        return switch (plan.unknown()) {
            case IGNORE -> null;
            case QUARANTINE -> {
                if (shape.isKnown(name)) {
                    yield null;
                }
                throw Refusal.unknown(object, name);
            }
            case OVERFLOW -> shape.isKnown(name) ? null : kept(object.substring(place.length()), name);
        };
    }

    private Target kept(String object, String name) {
        Overflow kept = overflow == null ? new Overflow() : overflow;
        overflow = kept;
        return Trees.into(value -> kept.put(object, name, value));
    }

    /// Puts a single value into its slot.
    void put(int slot, Scalar value) {
        switch (plan.slot(slot)) {
            case SlotPlan.Many(String name, var _) -> throw Refusal.mismatch(place + name, "a list", value.kind());
            case SlotPlan.Single single -> store(slot, converted(single, value));
        }
    }

    void putNothing(int slot) {
        store(slot, plan.slot(slot) instanceof SlotPlan.Many ? List.of() : null);
    }

    /// Puts an object or a list into the slot of a document.
    void putDocument(int slot, String kind, @Nullable Object tree) {
        switch (JsonText.ofTree(tree)) {
            case Converted.Value(String json) -> put(slot, new Scalar.Document(kind, json));
            case Converted.Value _ -> throw new IllegalStateException("A document's text is no text");
            case Converted.Problem problem -> throw refused(plan.slot(slot).name(), problem);
        }
    }

    /// Puts the elements of a list into its slot.
    void putElements(int slot, List<GroupReading> elements) {
        store(slot, elements);
    }

    /// Lets the expressions speak, once everything else has been read.
    ///
    /// @param scope with the object that this group was read from as its element
    void compute(Scope scope) {
        for (GroupPlan.Computed computed : plan.computed()) {
            String name = plan.slot(computed.slot()).name();
            switch (computed.expression().evaluate(scope)) {
                case Outcome.Value(var tree) ->
                    Trees.replay(tree, new ShapeTarget(this, computed.slot(), place + name));
                case Outcome.Unsaid _ -> {}
                case Outcome.Failed(String message) ->
                    throw Refusal.because(Reason.EXPRESSION_FAILED, place + name + ": " + message);
            }
        }
        for (int slot = 0; slot < plan.width(); slot++) {
            if (plan.slot(slot) instanceof SlotPlan.Many(String name, GroupPlan element) && element.needsTree()) {
                computeElements(slot, scope.element().get(name), scope);
            }
        }
    }

    /// The values, once all required ones are there.
    FieldValues finish() {
        if (overflow != null) {
            putDocument(plan.overflow(), "an object", overflow.members());
        }
        for (int slot = 0; slot < values.length; slot++) {
            switch (plan.slot(slot)) {
                case SlotPlan.Single single -> requirePresent(single, values[slot]);
                case SlotPlan.Many _ -> values[slot] = finished(values[slot]);
            }
        }
        return new FieldValues(plan.group(), values);
    }

    private void computeElements(int slot, @Nullable Object trees, Scope scope) {
        if (values[slot] instanceof List<?> elements && trees instanceof List<?> list) {
            for (int index = 0; index < elements.size(); index++) {
                GroupReading element = (GroupReading) elements.get(index);
                Map<String, @Nullable Object> tree = Trees.object(list.get(index), element.place);
                element.compute(scope.of(tree));
            }
        }
    }

    private static Object finished(@Nullable Object elements) {
        if (elements instanceof List<?> readings) {
            return readings.stream()
                    .map(reading -> ((GroupReading) reading).finish())
                    .toList();
        }
        return Unsaid.UNSAID;
    }

    private void requirePresent(SlotPlan.Single single, @Nullable Object value) {
        if (single.isRequired() && (value == null || value == Unsaid.UNSAID)) {
            throw Refusal.because(
                    Reason.FIELD_MISSING,
                    "%s%s is required, and is %s".formatted(place, single.name(), value == null ? "null" : "absent"));
        }
    }

    private Object converted(SlotPlan.Single single, Scalar value) {
        return switch (reading.convert(single, value)) {
            case Converted.Value(Object converted) -> converted;
            case Converted.Problem problem -> throw refused(single.name(), problem);
        };
    }

    private Refusal refused(String name, Converted.Problem problem) {
        return Refusal.because(problem.reason(), place + name + ": " + problem.message());
    }

    private void store(int slot, @Nullable Object value) {
        if (values[slot] != Unsaid.UNSAID) {
            throw Refusal.unreadable(place + plan.slot(slot).name() + " is there twice");
        }
        values[slot] = value;
    }
}
