package dev.startide.domain.star;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;

/// Stored facts that point at one version of a member and happened within an interval now point at
/// another version, or at another combination.
///
/// @param fact the fact's table
/// @param keyColumn the column with the version's key in the role concerned
/// @param from the beginning of the interval of event times, inclusive
/// @param until its end, exclusive
/// @param beside what else these facts point at now
public record Rekey(
        TableName fact,
        ColumnName keyColumn,
        long oldVersion,
        long newVersion,
        Instant from,
        Instant until,
        Beside beside) {

    /// What follows from a version.
    public sealed interface Beside {

        /// The version is all that is pointed at.
        record Nothing() implements Beside {}

        /// The version is one of a trail, and the combination that was had goes with it.
        ///
        /// @param column the column with the combination's key
        record Combination(ColumnName column, long key) implements Beside {}

        /// The version is one of another member, because both turned out to be the same.
        ///
        /// @param column the column with the member's durable key in the role concerned
        record Member(ColumnName column, long durableKey) implements Beside {}
    }

    public Rekey(TableName fact, ColumnName keyColumn, long oldVersion, long newVersion, Instant from, Instant until) {
        this(fact, keyColumn, oldVersion, newVersion, from, until, new Beside.Nothing());
    }
}
