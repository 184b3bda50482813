/// PostgreSQL behind the domain's storage ports: raw log, warehouse tables, catalog, control rows.
///
/// * `connection`: the three pools, what a server must be like, our own tables, and the one place
///   that turns SQLSTATE into a failure code.
/// * `copy`: rows into binary COPY, without an object per value.
/// * `sql`: names, types, arrays and rows between Java and SQL.
/// * `log`, `warehouse`, `catalog`, `control`, `verify`: the ports, each beside its SQL.
///
/// Only the classes that several of these packages share are public; nothing outside this package
/// tree uses them. Adapters take a connection for each call and hold no state of the database
/// beyond caches of what never changes, so all of them are safe for use by many threads.
@NullMarked
package dev.startide.adapter.outbound.postgres;

import org.jspecify.annotations.NullMarked;
