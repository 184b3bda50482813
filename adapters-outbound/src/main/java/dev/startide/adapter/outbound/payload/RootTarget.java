package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.Scalar;

/// Takes a payload, which has to be an object.
record RootTarget(GroupReading reading) implements Target {

    private static final String PLACE = "the payload";

    @Override
    public ObjectTarget object() {
        return reading.object();
    }

    @Override
    public void scalar(Scalar value) {
        throw Refusal.mismatch(PLACE, "an object", value.kind());
    }

    @Override
    public void nothing() {
        throw Refusal.mismatch(PLACE, "an object", "null");
    }

    @Override
    public ListTarget list() {
        throw Refusal.mismatch(PLACE, "an object", "a list");
    }
}
