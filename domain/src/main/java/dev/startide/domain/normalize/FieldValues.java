package dev.startide.domain.normalize;

import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.schema.ColumnName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of a group of fields, aligned with [FieldGroup#fields].
///
/// A scalar's value is one of its logical type, null, or [Unsaid]; a nested field's is a list of
/// field values.
public final class FieldValues {

    private final FieldGroup group;
    private final @Nullable Object[] values;

    /// @param values not copied; the caller gives it away
    public FieldValues(FieldGroup group, @Nullable Object[] values) {
        if (values.length != group.fields().size()) {
            throw new IllegalArgumentException("%d values for %d fields"
                    .formatted(values.length, group.fields().size()));
        }
        this.group = group;
        this.values = values;
    }

    public FieldGroup group() {
        return group;
    }

    /// The value in a slot of the group.
    public @Nullable Object value(int slot) {
        return values[slot];
    }

    /// The value of a field, or [Unsaid#UNSAID] if the group has no such field.
    public @Nullable Object value(ColumnName name) {
        int slot = group.slotOf(name);
        return slot < 0 ? Unsaid.UNSAID : values[slot];
    }

    /// The elements of a nested field; none if the event said nothing of it.
    @SuppressWarnings("unchecked")
    public List<FieldValues> elements(int slot) {
        return values[slot] instanceof List<?> list ? (List<FieldValues>) list : List.of();
    }
}
