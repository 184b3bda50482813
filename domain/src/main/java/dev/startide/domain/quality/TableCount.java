package dev.startide.domain.quality;

import dev.startide.warehouse.schema.TableName;

/// How many rows a table has.
public record TableCount(TableName table, long rows) {}
