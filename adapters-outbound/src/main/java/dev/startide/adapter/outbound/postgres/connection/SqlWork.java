package dev.startide.adapter.outbound.postgres.connection;

import java.sql.Connection;
import java.sql.SQLException;

/// Something done with a connection, which stays with its owner.
///
/// @param <T> what comes of it
@FunctionalInterface
public interface SqlWork<T> {

    T with(Connection connection) throws SQLException;
}
