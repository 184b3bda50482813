/// The adapters of PostgreSQL while the database, its machine and the way to it are at fault.
@NullMarked
package dev.startide.adapter.outbound.postgres.faults;

import org.jspecify.annotations.NullMarked;
