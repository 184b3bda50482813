package dev.startide.warehouse.validation;

import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Dimension;

/// A dimension and its table, while the rest of the model is still being read.
record DimensionDraft(Dimension dimension, Table table) {}
