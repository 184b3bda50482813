package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key that a change of an entity names, made from its own key and its attributes.
///
/// @param parts for each part its index among the entity's key and attributes
record StatedKey(List<Integer> parts) {

    static StatedKey of(List<Attribute> key, Entity entity) {
        List<Attribute> columns = entity.columns().toList();
        return new StatedKey(key.stream()
                .map(part -> columns.stream().map(Attribute::name).toList().indexOf(part.name()))
                .toList());
    }

    /// The key, null if a part is null, or `Unsaid` if the change said nothing of a part.
    @Nullable
    Object in(Key entityKey, @Nullable Object[] entityAttributes) {
        Object[] values = new Object[parts.size()];
        boolean isNull = false;
        for (int index = 0; index < values.length; index++) {
            int part = parts.get(index);
            Object value = part < entityKey.width() ? entityKey.part(part) : entityAttributes[part - entityKey.width()];
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
}
