package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.warehouse.layout.Schemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Foreign keys that were made in a moment in which nobody could be kept waiting for their check.
/// Checking them keeps neither readers nor the loader from their work.
final class UncheckedKeys {

    private static final String UNCHECKED = """
            select format('alter table %I.%I validate constraint %I', namespace.nspname, relation.relname, key.conname)
            from pg_catalog.pg_constraint as key
            join pg_catalog.pg_class as relation on relation.oid = key.conrelid
            join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
            where key.contype = 'f'
              and not key.convalidated
              and namespace.nspname in (?, ?)
              and pg_catalog.pg_get_constraintdef(key.oid) not ilike '%not enforced%'
            """;

    /// Checks them.
    ///
    /// @return how many there were
    int check(Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        List<String> checks =
                sql.query(row -> row.getString(1), UNCHECKED, Schemas.LIVE.normalized(), Schemas.LIVE.star());
        for (String check : checks) {
            sql.execute(check);
        }
        return checks.size();
    }
}
