package dev.startide.domain.star;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;

/// Stored facts that point at one version of a member and happened within an interval now point at
/// another version.
///
/// @param fact the fact's table
/// @param keyColumn the column with the version's key in the role concerned
/// @param from the beginning of the interval of event times, inclusive
/// @param until its end, exclusive
public record Rekey(
        TableName fact, ColumnName keyColumn, long oldVersion, long newVersion, Instant from, Instant until) {}
