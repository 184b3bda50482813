package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.failure.StartideException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets ids whose window is over, so that their table stays as large as the windows. Any number
/// of processes may do so at once.
@Singleton
final class IdForgetting {

    private static final Logger LOGGER = LoggerFactory.getLogger(IdForgetting.class);

    private static final String FORGET = SqlFile.beside(IdForgetting.class, "forget_ids.sql");

    /// Bounds how long one statement holds its locks.
    private static final int CHUNK = 10_000;

    private final Database database;

    IdForgetting(Database database) {
        this.database = database;
    }

    /// Long after the start, so that commands that end soon never do it.
    @Scheduled(initialDelay = "10m", fixedDelay = "10m")
    void forgetInBackground() {
        try {
            LOGGER.atDebug().addKeyValue("events", forget()).log("ids forgotten");
        } catch (StartideException failure) {
            LOGGER.atWarn().addKeyValue("failure", failure.code()).log(failure.getMessage());
        }
    }

    /// Forgets all ids whose window is over.
    ///
    /// @return how many
    long forget() {
        return database.directly(Pool.CONTROL, "forget ids", IdForgetting::inChunks);
    }

    private static long inChunks(Connection connection) throws SQLException {
        long forgotten = 0;
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setInt(1, CHUNK);
            int chunk;
            do {
                chunk = statement.executeUpdate();
                forgotten += chunk;
            } while (chunk == CHUNK);
        }
        return forgotten;
    }
}
