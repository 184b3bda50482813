package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quarantine.Retried;
import dev.startide.domain.star.IgnoredRun;
import dev.startide.domain.star.Recount;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Notes what became of single events, and changes that, within the transaction of a batch.
record RecountWriter(Connection connection, ControlSql sql) {

    /// Notes which events rules have set aside.
    void note(List<IgnoredRun> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.noteIgnored())) {
            statement.setArray(
                    1,
                    SqlArrays.ofInts(
                            connection,
                            runs.stream().map(run -> run.lane().value()).toList()));
            statement.setArray(
                    2,
                    SqlArrays.ofLongs(
                            connection, runs.stream().map(IgnoredRun::first).toList()));
            statement.setArray(
                    3,
                    SqlArrays.ofLongs(
                            connection, runs.stream().map(IgnoredRun::last).toList()));
            statement.setArray(
                    4,
                    SqlArrays.ofTexts(
                            connection,
                            runs.stream()
                                    .map(run -> StorableText.escape(run.rule()))
                                    .toList()));
            statement.executeUpdate();
        }
    }

    /// Counts events otherwise than before.
    void recount(List<Recount> recounts) throws SQLException {
        if (recounts.isEmpty()) {
            return;
        }
        leave(sql.takeBack(), recounts, EventStanding.Quarantined.class);
        leave(sql.forgetIgnored(), recounts, EventStanding.Ignored.class);
        note(recounts.stream().flatMap(recount -> run(recount).stream()).toList());
        byRule(recounts);
        try (PreparedStatement statement = connection.prepareStatement(sql.recount())) {
            statement.setArray(1, lanes(recounts));
            statement.setArray(2, changes(recounts, EventStanding.Loaded.class));
            statement.setArray(3, changes(recounts, EventStanding.Quarantined.class));
            statement.setArray(4, changes(recounts, EventStanding.Ignored.class));
            statement.executeUpdate();
        }
    }

    /// Tells those who have asked to try events again what became of them.
    void answer(List<Retried> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        List<LanePosition> at = answers.stream().map(Retried::at).toList();
        try (PreparedStatement statement = connection.prepareStatement(sql.answer())) {
            statement.setArray(1, SqlArrays.ofLanes(connection, at));
            statement.setArray(2, SqlArrays.ofPositions(connection, at));
            statement.setArray(
                    3,
                    SqlArrays.ofTexts(
                            connection,
                            answers.stream()
                                    .map(answer -> answer.outcome().name())
                                    .toList()));
            statement.executeUpdate();
        }
    }

    private void leave(String statement, List<Recount> recounts, Class<? extends EventStanding> kind)
            throws SQLException {
        List<Recount> leaving = recounts.stream()
                .filter(recount -> kind.isInstance(recount.was()))
                .toList();
        if (leaving.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setArray(1, lanes(leaving));
            prepared.setArray(
                    2,
                    SqlArrays.ofLongs(
                            connection,
                            leaving.stream()
                                    .map(Recount::at)
                                    .map(LanePosition::position)
                                    .toList()));
            prepared.executeUpdate();
        }
    }

    private static List<IgnoredRun> run(Recount recount) {
        LanePosition at = recount.at();
        return recount.is() instanceof EventStanding.Ignored(var rule)
                ? List.of(new IgnoredRun(at.lane(), at.position(), at.position(), rule))
                : List.of();
    }

    private record LaneRule(int lane, String rule) {}

    private void byRule(List<Recount> recounts) throws SQLException {
        Map<LaneRule, Long> changes =
                new TreeMap<>(Comparator.comparingInt(LaneRule::lane).thenComparing(LaneRule::rule));
        for (Recount recount : recounts) {
            int lane = recount.at().lane().value();
            if (recount.was() instanceof EventStanding.Ignored(var rule)) {
                changes.merge(new LaneRule(lane, StorableText.escape(rule)), -1L, Long::sum);
            }
            if (recount.is() instanceof EventStanding.Ignored(var rule)) {
                changes.merge(new LaneRule(lane, StorableText.escape(rule)), 1L, Long::sum);
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        List<LaneRule> keys = List.copyOf(changes.keySet());
        try (PreparedStatement statement = connection.prepareStatement(sql.count())) {
            statement.setArray(
                    1,
                    SqlArrays.ofInts(
                            connection, keys.stream().map(LaneRule::lane).toList()));
            statement.setArray(
                    2,
                    SqlArrays.ofTexts(
                            connection, keys.stream().map(LaneRule::rule).toList()));
            statement.setArray(3, SqlArrays.ofLongs(connection, List.copyOf(changes.values())));
            statement.executeUpdate();
        }
    }

    private Array lanes(List<Recount> recounts) throws SQLException {
        Function<Recount, Integer> lane = recount -> recount.at().lane().value();
        return SqlArrays.ofInts(connection, recounts.stream().map(lane).collect(Collectors.toList()));
    }

    private Array changes(List<Recount> recounts, Class<? extends EventStanding> kind) throws SQLException {
        return SqlArrays.ofLongs(
                connection,
                recounts.stream()
                        .map(recount ->
                                (kind.isInstance(recount.is()) ? 1L : 0L) - (kind.isInstance(recount.was()) ? 1L : 0L))
                        .toList());
    }
}
