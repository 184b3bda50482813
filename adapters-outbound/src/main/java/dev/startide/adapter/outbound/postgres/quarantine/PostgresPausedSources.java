package dev.startide.adapter.outbound.postgres.quarantine;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.Burst;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.quarantine.PausedSource.LetThrough;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.warehouse.mapping.SourceName;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// Keeps what is paused in `startide.paused_source`.
@Singleton
final class PostgresPausedSources implements PausedSources {

    private static final String PAUSE = SqlFile.beside(PostgresPausedSources.class, "pause.sql");
    private static final String KNOWN = SqlFile.beside(PostgresPausedSources.class, "paused_sources.sql");

    private static final String RESUME =
            "update startide.paused_source set resumed_at = now() where source = ? and resumed_at is null";

    private static final String KEEP = """
        insert into startide.quarantine_action (name, by_whom, why, about) values (?, ?, ?, ?)
        """;

    private final Database database;

    PostgresPausedSources(Database database) {
        this.database = database;
    }

    /// @param isPaused whether nobody has let it go on
    private record Row(PausedSource source, boolean isPaused) {}

    @Override
    public void pause(Burst burst) {
        database.inTransaction(Pool.CONTROL, "note that a source is paused", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PAUSE)) {
                statement.setString(1, burst.source().value());
                statement.setString(2, burst.latest().reason().name());
                statement.setString(3, StorableText.escape(burst.latest().message()));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<PausedSource> paused() {
        return rows().stream().filter(Row::isPaused).map(Row::source).toList();
    }

    @Override
    public List<LetThrough> letThrough() {
        return rows().stream()
                .filter(row -> !row.isPaused())
                .map(row -> new LetThrough(row.source().source(), row.source().reason()))
                .toList();
    }

    @Override
    public boolean resume(SourceName source, String by, String why) {
        return database.inTransaction(Pool.CONTROL, "let a source go on", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RESUME)) {
                statement.setString(1, source.value());
                boolean wasPaused = statement.executeUpdate() > 0;
                if (wasPaused) {
                    keep(connection, source, by, why);
                }
                return wasPaused;
            }
        });
    }

    private static void keep(Connection connection, SourceName source, String by, String why) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, QuarantineAction.Name.RESUME.name());
            statement.setString(2, StorableText.escape(by));
            statement.setString(3, StorableText.escape(why));
            statement.setString(4, "source " + source.value());
            statement.executeUpdate();
        }
    }

    private List<Row> rows() {
        return database.directly(Pool.CONTROL, "look which sources are paused", connection -> {
            List<Row> rows = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(KNOWN);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            new PausedSource(
                                    new SourceName(row.getString("source")),
                                    Rejection.Reason.valueOf(row.getString("reason")),
                                    StorableText.unescape(row.getString("message")),
                                    row.getObject("paused_at", OffsetDateTime.class)
                                            .toInstant()),
                            row.getObject("resumed_at") == null));
                }
            }
            return rows;
        });
    }
}
