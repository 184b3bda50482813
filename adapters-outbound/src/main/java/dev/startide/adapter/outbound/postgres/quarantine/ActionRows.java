package dev.startide.adapter.outbound.postgres.quarantine;

import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quarantine.EventAction;
import dev.startide.domain.quarantine.QuarantineAction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// Reads what was done.
final class ActionRows {

    private static final String ACTIONS = SqlFile.beside(ActionRows.class, "actions.sql");
    private static final String OF_EVENT = SqlFile.beside(ActionRows.class, "actions_of_event.sql");

    private ActionRows() {}

    static List<QuarantineAction> action(Connection connection, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACTIONS)) {
            statement.setLong(1, number);
            statement.setLong(2, number);
            statement.setInt(3, 1);
            return actions(statement);
        }
    }

    static List<QuarantineAction> latest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACTIONS)) {
            statement.setNull(1, Types.BIGINT);
            statement.setNull(2, Types.BIGINT);
            statement.setInt(3, limit);
            return actions(statement);
        }
    }

    static List<EventAction> about(Connection connection, LanePosition event, int limit) throws SQLException {
        List<EventAction> actions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_EVENT)) {
            statement.setInt(1, event.lane().value());
            statement.setLong(2, event.position());
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    actions.add(new EventAction(
                            row.getLong("id"),
                            QuarantineAction.Name.valueOf(row.getString("name")),
                            StorableText.unescape(row.getString("by_whom")),
                            at(row),
                            StorableText.unescape(row.getString("why")),
                            EventAction.Outcome.valueOf(row.getString("outcome"))));
                }
            }
        }
        return List.copyOf(actions);
    }

    private static List<QuarantineAction> actions(PreparedStatement statement) throws SQLException {
        List<QuarantineAction> actions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                actions.add(new QuarantineAction(
                        row.getLong("id"),
                        QuarantineAction.Name.valueOf(row.getString("name")),
                        StorableText.unescape(row.getString("by_whom")),
                        at(row),
                        StorableText.unescape(row.getString("why")),
                        StorableText.unescape(row.getString("about")),
                        new QuarantineAction.Outcomes(
                                row.getLong("waiting"),
                                row.getLong("loaded"),
                                row.getLong("quarantined"),
                                row.getLong("ignored"))));
            }
        }
        return List.copyOf(actions);
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
