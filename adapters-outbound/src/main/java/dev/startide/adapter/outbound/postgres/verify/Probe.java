package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.warehouse.schema.TableName;
import org.jooq.Select;

/// A question for the rows of one table that break a promise.
///
/// @param subject what is looked at: a table, perhaps with the part of it that is meant
/// @param table the table that findings are about
/// @param sql a query whose first column says what is wrong, and whose other columns tell which row
///     is meant, under their names
record Probe(String subject, TableName table, String sql) {

    static Probe of(TableName table, Select<?> violations) {
        return new Probe(table.toString(), table, Names.RENDERER.renderInlined(violations));
    }

    /// @param part which part of the table, such as a role of a fact
    static Probe of(TableName table, String part, Select<?> violations) {
        return new Probe("%s (%s)".formatted(table, part), table, Names.RENDERER.renderInlined(violations));
    }

    /// A question of fixed shape, in a file of this package.
    static Probe inFile(TableName table, String file) {
        return new Probe(table.toString(), table, SqlFile.beside(Probe.class, file));
    }
}
