package dev.startide.adapter.outbound.postgres.quarantine;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.QuarantineActions;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionProgress;
import dev.startide.domain.quarantine.EventAction;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineFilter;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps actions in `startide.quarantine_action`, their events in
/// `startide.quarantine_action_event`, and what they amend in `raw.amendment`.
@Singleton
final class PostgresQuarantineActions implements QuarantineActions {

    private static final String OPEN = """
        insert into startide.quarantine_action (name, by_whom, why, about) values (?, ?, ?, ?) returning id
        """;

    private static final String WAITING = """
        select distinct lane, position
        from startide.quarantine_action_event
        where outcome = 'WAITING'
        order by lane, position
        limit ?
        """;

    private final Database database;

    PostgresQuarantineActions(Database database) {
        this.database = database;
    }

    @Override
    public long open(ActionOrder order) {
        return database.inTransaction(Pool.CONTROL, "keep what is to be done", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
                statement.setString(1, QuarantineAction.Name.of(order.verb()).name());
                statement.setString(2, StorableText.escape(order.by()));
                statement.setString(3, StorableText.escape(order.why()));
                statement.setString(4, StorableText.escape(order.about()));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @Override
    public ActionProgress extend(
            long action, ActionOrder order, QuarantineFilter filter, LanePosition after, int limit) {
        return database.inTransaction(
                Pool.CONTROL,
                "keep which events it is about",
                connection -> new ActionEvents(connection, action).extend(order, filter, after, limit));
    }

    @Override
    public List<LanePosition> waiting(int limit) {
        return database.directly(Pool.LOAD, "look for events to try again", connection -> {
            List<LanePosition> events = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
                statement.setInt(1, limit);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        events.add(new LanePosition(new LaneId(row.getInt(1)), row.getLong(2)));
                    }
                }
            }
            return List.copyOf(events);
        });
    }

    @Override
    public Optional<QuarantineAction> action(long number) {
        return database.directly(
                Pool.CONTROL,
                "look up what was done",
                connection -> ActionRows.action(connection, number).stream().findFirst());
    }

    @Override
    public List<QuarantineAction> latest(int limit) {
        return database.directly(
                Pool.CONTROL, "look up what was done", connection -> ActionRows.latest(connection, limit));
    }

    @Override
    public List<EventAction> about(LanePosition event, int limit) {
        return database.directly(
                Pool.CONTROL,
                "look up what was done with an event",
                connection -> ActionRows.about(connection, event, limit));
    }
}
