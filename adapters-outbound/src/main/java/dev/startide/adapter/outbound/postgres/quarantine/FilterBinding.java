package dev.startide.adapter.outbound.postgres.quarantine;

import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Binds a filter to a statement that begins with it.
final class FilterBinding {

    private final PreparedStatement statement;
    private final Connection connection;
    private int next = 1;

    private FilterBinding(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.connection = statement.getConnection();
    }

    /// Binds the filter.
    ///
    /// @return the number of the first parameter after it
    static int bind(PreparedStatement statement, QuarantineFilter filter, LanePosition after) throws SQLException {
        return new FilterBinding(statement).bind(filter, after);
    }

    private int bind(QuarantineFilter filter, LanePosition after) throws SQLException {
        statement.setInt(next++, after.lane().value());
        statement.setLong(next++, after.position());
        twice(texts(filter.reasons(), Enum::name));
        twice(texts(filter.sources(), SourceName::value));
        twice(texts(filter.kinds(), EventName::value));
        twice(SqlArrays.ofInts(
                connection, filter.lanes().stream().map(LaneId::value).toList()));
        List<LanePosition> events = List.copyOf(filter.events());
        twice(SqlArrays.ofLanes(connection, events));
        statement.setArray(next++, SqlArrays.ofPositions(connection, events));
        statement.setObject(next++, filter.since().atOffset(ZoneOffset.UTC));
        statement.setObject(next++, filter.until().atOffset(ZoneOffset.UTC));
        return next;
    }

    /// Once to see whether anything is said, once to compare.
    private void twice(Array values) throws SQLException {
        statement.setArray(next++, values);
        statement.setArray(next++, values);
    }

    private <T> Array texts(Set<T> values, Function<T, String> text) throws SQLException {
        return SqlArrays.ofTexts(connection, values.stream().map(text).toList());
    }
}
