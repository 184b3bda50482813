/// Connections: pools, transactions, what a server must be like, failures in our words.
@NullMarked
package dev.startide.adapter.outbound.postgres.connection;

import org.jspecify.annotations.NullMarked;
