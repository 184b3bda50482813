package dev.startide.adapter.outbound.postgres.quarantine;

import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionProgress;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.domain.quarantine.QuarantineFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;

/// The events of an action, within a transaction.
record ActionEvents(Connection connection, long action) {

    private static final String EXTEND = SqlFile.beside(ActionEvents.class, "extend_action.sql");
    private static final String AMEND = SqlFile.beside(ActionEvents.class, "amend.sql");

    /// Whoever begins a rebuild waits until this transaction has ended.
    private static final String KEEP_REBUILDS_OUT = "lock table startide.rebuild in share mode";

    private static final String REBUILDING = "select from startide.rebuild where state = 'building'";

    ActionProgress extend(ActionOrder order, QuarantineFilter filter, LanePosition after, int limit)
            throws SQLException {
        if (!(order.verb() instanceof ActionOrder.Verb.Retry)) {
            requireNoRebuild();
        }
        List<LanePosition> events = PostgresQuarantine.entries(connection, filter, after, limit).stream()
                .map(entry -> entry.event().at())
                .toList();
        if (events.isEmpty()) {
            return new ActionProgress(after, 0);
        }
        add(events);
        switch (order.verb()) {
            case ActionOrder.Verb.Retry() -> {}
            case ActionOrder.Verb.Edit(var correction) -> amend(events, correction);
            case ActionOrder.Verb.Discard() -> amend(events, new Amendment.Discarded());
        }
        return new ActionProgress(events.getLast(), events.size());
    }

    private void requireNoRebuild() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(KEEP_REBUILDS_OUT);
            try (ResultSet row = statement.executeQuery(REBUILDING)) {
                if (row.next()) {
                    throw StartideException.because(
                            FailureCode.MODEL_CONFLICT,
                            "A rebuild is under way and may have read the events as they were."
                                    + " Let it end, or give it up by 'startide rebuild --discard'");
                }
            }
        }
    }

    private void add(List<LanePosition> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXTEND)) {
            statement.setLong(1, action);
            statement.setArray(2, SqlArrays.ofLanes(connection, events));
            statement.setArray(3, SqlArrays.ofPositions(connection, events));
            statement.executeUpdate();
        }
    }

    private void amend(List<LanePosition> events, Amendment amendment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AMEND)) {
            switch (amendment) {
                case Amendment.Corrected(var contentType, var bytes) -> {
                    statement.setString(1, AmendmentKind.CORRECTED.name());
                    statement.setString(2, StorableText.escape(contentType));
                    statement.setBytes(3, bytes);
                }
                case Amendment.Discarded() -> {
                    statement.setString(1, AmendmentKind.DISCARDED.name());
                    statement.setNull(2, Types.VARCHAR);
                    statement.setNull(3, Types.BINARY);
                }
            }
            statement.setArray(4, SqlArrays.ofLanes(connection, events));
            statement.setArray(5, SqlArrays.ofPositions(connection, events));
            statement.setLong(6, action);
            statement.executeUpdate();
        }
    }
}
