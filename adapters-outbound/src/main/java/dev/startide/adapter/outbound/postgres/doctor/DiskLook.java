package dev.startide.adapter.outbound.postgres.doctor;

import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.diagnosis.Diagnosis;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The size of the database, and the space that is left for it. A server tells nobody how full its
/// disk is; we see it where the server runs on this machine and we may know its directory.
@Singleton
@Order(5)
final class DiskLook implements Look {

    private static final String SIZES = SqlFile.beside(DiskLook.class, "sizes.sql");
    private static final double LITTLE = 0.1;
    private static final double NEXT_TO_NOTHING = 0.02;
    private static final int PERCENT = 100;

    @Override
    public List<Diagnosis> at(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SIZES)) {
            row.next();
            String size = "the database has %s".formatted(row.getString("size"));
            return List.of(Diagnosis.fine(Place.of("size"), size), space(row));
        }
    }

    private static Diagnosis space(ResultSet row) throws SQLException {
        String directory = row.getString("data_directory");
        if (directory == null || !row.getBoolean("is_local")) {
            return unknown();
        }
        try {
            var store = Files.getFileStore(Path.of(directory));
            return space((double) store.getUsableSpace() / Math.max(1, store.getTotalSpace()));
        } catch (IOException | InvalidPathException | SecurityException elsewhere) {
            return unknown();
        }
    }

    /// @param free from 0 to 1
    static Diagnosis space(double free) {
        String says = "%d %% of the server's disk is free".formatted((int) (free * PERCENT));
        String remedy = "Give it more space, or say by startide.raw.retention how long the raw log is kept";
        if (free < NEXT_TO_NOTHING) {
            return Diagnosis.error(Place.of("disk"), says, remedy);
        }
        return free < LITTLE
                ? Diagnosis.warning(Place.of("disk"), says, remedy)
                : Diagnosis.fine(Place.of("disk"), says);
    }

    private static Diagnosis unknown() {
        return Diagnosis.note(
                Place.of("disk"),
                "how much space is left cannot be known from here; have the server's machine watched");
    }
}
