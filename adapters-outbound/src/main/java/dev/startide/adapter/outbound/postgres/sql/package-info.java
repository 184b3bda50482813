/// Names, types, arrays and rows between Java and SQL.
@NullMarked
package dev.startide.adapter.outbound.postgres.sql;

import org.jspecify.annotations.NullMarked;
