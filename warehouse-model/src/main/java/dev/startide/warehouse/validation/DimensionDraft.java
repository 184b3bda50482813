package dev.startide.warehouse.validation;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Dimension;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A dimension and its table, while the rest of the model is still being read.
///
/// @param references the dimensions that it refers to, by the name of the reference
record DimensionDraft(Dimension dimension, Table table, Map<String, DimensionDraft> references) {

    DimensionDraft {
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
    }

    /// A dimension that refers to no other.
    DimensionDraft(Dimension dimension, Table table) {
        this(dimension, table, Map.of());
    }

    /// What readers can name of it: everything but keys and bookkeeping.
    List<String> columnsOfReaders() {
        return table.columns().stream()
                .map(Column::name)
                .map(Object::toString)
                .filter(column -> !column.endsWith("_key") && !column.startsWith("_"))
                .toList();
    }
}
