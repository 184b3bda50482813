package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Pool;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Reads `startide.load_cursor`.
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = Pool.CONTROL_NAME)
interface CursorRows extends GenericRepository<CursorRow, Integer> {

    List<CursorRow> findByPositionGreaterThan(long position);

    List<CursorRow> findAll();
}
