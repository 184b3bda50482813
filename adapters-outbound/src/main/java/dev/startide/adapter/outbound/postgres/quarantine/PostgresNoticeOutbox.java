package dev.startide.adapter.outbound.postgres.quarantine;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.NoticeOutbox;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.QuarantineNotice;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps notices in `startide.quarantine_notice`; the loader's write fills it, if anybody wants
/// them.
@Singleton
final class PostgresNoticeOutbox implements NoticeOutbox {

    private static final String NEXT = """
        select id, lane, position, source, stage, reason, message, event_type, attempts, at
        from startide.quarantine_notice
        order by id
        limit ?
        for update skip locked
        """;

    private static final String FORGET = "delete from startide.quarantine_notice where id = any (?)";

    private final Database database;

    PostgresNoticeOutbox(Database database) {
        this.database = database;
    }

    @Override
    public int deliver(int limit, Consumer<List<QuarantineNotice>> sender) {
        return database.inTransaction(Pool.CONTROL, "deliver notices", connection -> {
            List<QuarantineNotice> notices = next(connection, limit);
            if (!notices.isEmpty()) {
                sender.accept(notices);
                forget(connection, notices);
            }
            return notices.size();
        });
    }

    private static List<QuarantineNotice> next(Connection connection, int limit) throws SQLException {
        List<QuarantineNotice> notices = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    notices.add(notice(row));
                }
            }
        }
        return List.copyOf(notices);
    }

    private static QuarantineNotice notice(ResultSet row) throws SQLException {
        QuarantinedEvent event = new QuarantinedEvent(
                new LanePosition(new LaneId(row.getInt("lane")), row.getLong("position")),
                new SourceName(row.getString("source")),
                new Rejection(
                        Rejection.Stage.valueOf(row.getString("stage")),
                        Rejection.Reason.valueOf(row.getString("reason")),
                        StorableText.unescape(row.getString("message"))),
                Optional.ofNullable(row.getString("event_type")).map(EventName::new));
        return new QuarantineNotice(
                row.getLong("id"),
                event,
                row.getInt("attempts"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static void forget(Connection connection, List<QuarantineNotice> notices) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(
                    1,
                    SqlArrays.ofLongs(
                            connection,
                            notices.stream().map(QuarantineNotice::number).toList()));
            statement.executeUpdate();
        }
    }
}
