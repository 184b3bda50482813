package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.ColumnName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of an event, or of one element of a list inside it, in order.
public final class FieldGroup {

    private final List<Field> fields;
    private final Map<ColumnName, Integer> slots = new LinkedHashMap<>();

    public FieldGroup(List<Field> fields) {
        this.fields = List.copyOf(fields);
        for (int slot = 0; slot < this.fields.size(); slot++) {
            if (slots.put(this.fields.get(slot).name(), slot) != null) {
                throw new IllegalArgumentException("Field %s is declared twice"
                        .formatted(this.fields.get(slot).name()));
            }
        }
    }

    public List<Field> fields() {
        return fields;
    }

    /// The index of a field in [#fields], or -1 if there is none of that name.
    public int slotOf(ColumnName name) {
        return slots.getOrDefault(name, -1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldGroup group && fields.equals(group.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
