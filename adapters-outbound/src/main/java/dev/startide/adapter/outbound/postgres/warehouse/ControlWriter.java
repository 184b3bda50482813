package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.star.CursorMove;
import dev.startide.warehouse.mapping.EventName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The loader's own rows, within the transaction of a batch.
final class ControlWriter {

    private final Connection connection;
    private final ControlSql sql;

    ControlWriter(Connection connection, ControlSql sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /// Makes sure that the lease is ours, and that nobody takes it before the transaction ends.
    void requireLease(long epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.lease());
                ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getLong(1) != epoch) {
                throw StartideException.because(
                        FailureCode.FENCED, "Another process has taken over the load since epoch %d".formatted(epoch));
            }
        }
    }

    /// Moves cursors on.
    void move(List<CursorMove> moves) throws SQLException {
        if (moves.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.move())) {
            statement.setArray(
                    1,
                    SqlArrays.ofInts(
                            connection,
                            moves.stream().map(move -> move.lane().value()).toList()));
            statement.setArray(2, longs(moves, CursorMove::after));
            statement.setArray(3, longs(moves, CursorMove::upTo));
            statement.setArray(4, longs(moves, CursorMove::loaded));
            statement.setArray(5, longs(moves, CursorMove::quarantined));
            statement.setArray(6, longs(moves, ControlWriter::ignored));
            if (statement.executeUpdate() != moves.size()) {
                throw StartideException.because(
                        FailureCode.FENCED, "The batch was loaded before: a cursor stands elsewhere");
            }
        }
        countIgnored(moves);
    }

    private void countIgnored(List<CursorMove> moves) throws SQLException {
        List<Integer> lanes = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        List<Long> events = new ArrayList<>();
        moves.forEach(move -> move.ignored().forEach((rule, count) -> {
            lanes.add(move.lane().value());
            rules.add(StorableText.escape(rule));
            events.add(count);
        }));
        if (lanes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.count())) {
            statement.setArray(1, SqlArrays.ofInts(connection, lanes));
            statement.setArray(2, SqlArrays.ofTexts(connection, rules));
            statement.setArray(3, SqlArrays.ofLongs(connection, events));
            statement.executeUpdate();
        }
    }

    /// Puts events into the quarantine.
    void setAside(List<QuarantinedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.setAside())) {
            statement.setArray(
                    1,
                    SqlArrays.ofInts(
                            connection,
                            events.stream()
                                    .map(event -> event.at().lane().value())
                                    .toList()));
            statement.setArray(
                    2,
                    SqlArrays.ofLongs(
                            connection,
                            events.stream().map(event -> event.at().position()).toList()));
            statement.setArray(3, texts(events, event -> event.source().value()));
            statement.setArray(
                    4, texts(events, event -> event.rejection().stage().name()));
            statement.setArray(
                    5, texts(events, event -> event.rejection().reason().name()));
            statement.setArray(6, texts(events, event -> event.rejection().message()));
            statement.setArray(7, kinds(events));
            statement.executeUpdate();
        }
        switch (sql.notices()) {
            case WANTED -> keepNotices(events);
            case UNWANTED -> {}
        }
    }

    private void keepNotices(List<QuarantinedEvent> events) throws SQLException {
        List<LanePosition> at = events.stream().map(QuarantinedEvent::at).toList();
        try (PreparedStatement statement = connection.prepareStatement(ControlSql.KEEP_NOTICES)) {
            statement.setArray(1, SqlArrays.ofLanes(connection, at));
            statement.setArray(2, SqlArrays.ofPositions(connection, at));
            statement.executeUpdate();
        }
    }

    private java.sql.Array longs(List<CursorMove> moves, Function<CursorMove, Long> value) throws SQLException {
        return SqlArrays.ofLongs(connection, moves.stream().map(value).toList());
    }

    private java.sql.Array texts(List<QuarantinedEvent> events, Function<QuarantinedEvent, String> value)
            throws SQLException {
        return SqlArrays.ofTexts(
                connection, events.stream().map(value).map(StorableText::escape).toList());
    }

    private java.sql.Array kinds(List<QuarantinedEvent> events) throws SQLException {
        return connection.createArrayOf(
                "text",
                events.stream()
                        .map(event -> event.kind().map(EventName::value).orElse(null))
                        .toArray());
    }

    private static long ignored(CursorMove move) {
        return move.ignored().values().stream().mapToLong(Long::longValue).sum();
    }
}
