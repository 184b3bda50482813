package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.SourceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The rows of `startide.lane`: who writes a lane, and how far it and its source have come.
final class LaneRows {

    private static final String TAKE_OVER = """
            insert into startide.lane as lane (source, name, name_digest, epoch, volume)
            values (?, ?, ?, 1, (select max(number) from startide.log_volume))
            on conflict (source, name_digest) do update set epoch = lane.epoch + 1, opened_at = now()
            returning id, epoch, source_position, volume, next_position
            """;

    private static final byte[] NO_CONTENT = new byte[0];

    private static final String ADD_CURSOR =
            "insert into startide.load_cursor (lane) values (?) on conflict (lane) do nothing";

    private static final String ADD_VOLUME =
            "insert into startide.lane_volume (lane, volume, first_position) values (?, ?, ?) on conflict do nothing";

    /// The lane's volume is that of its row as it is once it is locked: whoever lets a volume go moves
    /// it on.
    private static final String LOCK = """
            select epoch, source_position, next_position, volume, (select max(number) from startide.log_volume)
            from startide.lane where id = ? for no key update
            """;

    private static final String ADVANCE = """
            update startide.lane set next_position = next_position + ?, source_position = ?, volume = ?
            where id = ? and epoch = ? and source_position = ?
            returning next_position
            """;

    /// Where the next event of a locked lane goes.
    ///
    /// @param position its position
    /// @param volume its volume
    record Next(long position, int volume) {}

    /// Takes a lane over, or makes it.
    OpenLane open(Connection connection, SourceName source, LaneName name) throws SQLException {
        OpenLane lane = takeOver(connection, source, name);
        try (PreparedStatement statement = connection.prepareStatement(ADD_CURSOR)) {
            statement.setInt(1, lane.id().value());
            statement.executeUpdate();
        }
        return lane;
    }

    private static void addVolume(Connection connection, int lane, int volume, long first) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_VOLUME)) {
            statement.setInt(1, lane);
            statement.setInt(2, volume);
            statement.setLong(3, first);
            statement.executeUpdate();
        }
    }

    private static OpenLane takeOver(Connection connection, SourceName source, LaneName name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_OVER)) {
            statement.setString(1, source.value());
            statement.setString(2, StorableText.escape(name.value()));
            statement.setObject(3, EventDigest.of(name.value(), NO_CONTENT).toUuid());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                addVolume(connection, row.getInt(1), row.getInt(4), row.getLong(5));
                SourcePosition position = new SourcePosition(StorableText.unescape(row.getString(3)));
                return new OpenLane(new LaneId(row.getInt(1)), source, name, row.getLong(2), position);
            }
        }
    }

    /// Keeps everybody else from appending to the lane until the transaction ends.
    ///
    /// @return where the next event goes
    /// @throws StartideException `FENCED` if the lane is not as the writer believes it to be
    Next lock(Connection connection, OpenLane lane) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, lane.id().value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw fenced(lane, "it is gone");
                }
                if (row.getLong(1) != lane.epoch()) {
                    throw fenced(lane, "another process has taken it over");
                }
                if (!StorableText.unescape(row.getString(2))
                        .equals(lane.position().token())) {
                    throw fenced(lane, "its source has been logged to another position");
                }
                Next next = new Next(row.getLong(3), Math.max(row.getInt(4), row.getInt(5)));
                if (next.volume() > row.getInt(4)) {
                    addVolume(connection, lane.id().value(), next.volume(), next.position());
                }
                return next;
            }
        }
    }

    /// Moves a locked lane on: by how many events, and to which position of its source.
    void advance(Connection connection, OpenLane lane, Next next, int events, SourcePosition reaches)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setInt(1, events);
            statement.setString(2, StorableText.escape(reaches.token()));
            statement.setInt(3, next.volume());
            statement.setInt(4, lane.id().value());
            statement.setLong(5, lane.epoch());
            statement.setString(6, StorableText.escape(lane.position().token()));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getLong(1) != next.position() + events) {
                    throw StartideException.because(
                            FailureCode.INVARIANT_BROKEN, "Lane %s moved while it was locked".formatted(lane.id()));
                }
            }
        }
    }

    private static StartideException fenced(OpenLane lane, String why) {
        return StartideException.because(
                FailureCode.FENCED,
                "Lane %s of source %s is not ours any more: %s".formatted(lane.name(), lane.source(), why));
    }
}
