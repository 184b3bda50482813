package dev.startide.domain.normalize;

import dev.startide.domain.normalize.FieldRef.Scoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds a key from fields.
record KeyPlan(List<FieldRef> parts) {

    /// The key, null if a part is null, or [Unsaid] if the event said nothing of a part.
    @Nullable
    Object keyIn(Scoped scoped) {
        Object[] values = new Object[parts.size()];
        boolean isNull = false;
        for (int index = 0; index < values.length; index++) {
            Object value = parts.get(index).in(scoped);
            if (value == Unsaid.UNSAID) {
                return Unsaid.UNSAID;
            }
            if (value == null) {
                isNull = true;
            } else {
                values[index] = value;
            }
        }
        return isNull ? null : Key.of(values);
    }

    /// The key of a row. Readers refuse events without it, so it is always there.
    Key requiredIn(Scoped scoped) {
        if (keyIn(scoped) instanceof Key key) {
            return key;
        }
        throw new IllegalStateException("%s has a row without a key".formatted(scoped.event()));
    }
}
