package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.GroupPlan.SlotPlan;
import dev.startide.adapter.outbound.payload.Shape.Member;
import dev.startide.domain.normalize.Scalar;
import dev.startide.domain.quality.Rejection.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes an object and puts its wanted members into the slots of a group. It stands in turn for
/// each member's value, since a decoder finishes one member before it goes on to the next.
final class ShapeTarget implements Target, Target.ObjectTarget {

    private final GroupReading reading;
    private final Shape shape;
    private final String place;
    private Member current;
    private String name;

    /// @param place the path of the object, ending with a point unless it is empty
    ShapeTarget(GroupReading reading, Shape shape, String place) {
        this.reading = reading;
        this.shape = shape;
        this.place = place;
        this.current = new Member.Inner(shape);
        this.name = "";
    }

    /// Stands for the value of one slot.
    ShapeTarget(GroupReading reading, int slot, String place) {
        this(reading, new Shape(), place);
        this.current = new Member.Slot(slot);
    }

    @Override
    public @Nullable Target member(String wanted) {
        Member member = shape.member(wanted);
        if (member == null) {
            return reading.unknown(shape, place, wanted);
        }
        current = member;
        name = wanted;
        return this;
    }

    @Override
    public void end() {}

    @Override
    public void scalar(Scalar value) {
        switch (current) {
            case Member.Slot(int slot) -> reading.put(slot, value);
            case Member.Inner _ -> throw Refusal.mismatch(place + name, "an object", value.kind());
        }
    }

    @Override
    public void nothing() {
        nothing(current);
    }

    @Override
    public ObjectTarget object() {
        return switch (current) {
            case Member.Inner(Shape inner) -> new ShapeTarget(reading, inner, place + name + ".");
            case Member.Slot(int slot) ->
                switch (reading.slot(slot)) {
                    case SlotPlan.Single single
                    when single.isDocument() ->
                        Trees.into(tree -> reading.putDocument(slot, "an object", tree))
                                .object();
                    case SlotPlan.Single _ -> throw unfit(slot, "an object");
                    case SlotPlan.Many _ -> throw Refusal.mismatch(place + name, "a list", "an object");
                };
        };
    }

    @Override
    public ListTarget list() {
        return switch (current) {
            case Member.Inner _ -> throw Refusal.mismatch(place + name, "an object", "a list");
            case Member.Slot(int slot) ->
                switch (reading.slot(slot)) {
                    case SlotPlan.Single single
                    when single.isDocument() ->
                        Trees.into(tree -> reading.putDocument(slot, "a list", tree))
                                .list();
                    case SlotPlan.Single _ -> throw unfit(slot, "a list");
                    case SlotPlan.Many(var _, GroupPlan element) -> new Elements(slot, element, place + name);
                };
        };
    }

    /// Lets the conversion say what it had expected.
    private Refusal unfit(int slot, String kind) {
        reading.put(slot, new Scalar.Other(kind));
        return Refusal.because(Reason.TYPE_MISMATCH, "%s%s: %s fits nowhere".formatted(place, name, kind));
    }

    private void nothing(Member member) {
        switch (member) {
            case Member.Slot(int slot) -> reading.putNothing(slot);
            case Member.Inner(Shape inner) -> inner.members().forEach(this::nothing);
        }
    }

    /// Takes the elements of a list, each an object.
    private final class Elements implements Target, ListTarget {

        private final int slot;
        private final GroupPlan plan;
        private final String path;
        private final List<GroupReading> elements = new ArrayList<>();

        Elements(int slot, GroupPlan plan, String path) {
            this.slot = slot;
            this.plan = plan;
            this.path = path;
        }

        @Override
        public Target element() {
            return this;
        }

        @Override
        public ObjectTarget object() {
            GroupReading element = new GroupReading(plan, next() + ".");
            elements.add(element);
            return element.object();
        }

        @Override
        public void end() {
            reading.putElements(slot, elements);
        }

        @Override
        public void scalar(Scalar value) {
            throw Refusal.mismatch(next(), "an object", value.kind());
        }

        @Override
        public void nothing() {
            throw Refusal.mismatch(next(), "an object", "null");
        }

        @Override
        public ListTarget list() {
            throw Refusal.mismatch(next(), "an object", "a list");
        }

        private String next() {
            return path + "[" + elements.size() + "]";
        }
    }
}
