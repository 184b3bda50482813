package dev.startide.benchmarks;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// The finished rows of a warehouse in PostgreSQL's binary `COPY` format: the yardstick. Nothing
/// can load them faster through one connection than `COPY` of bytes that are ready.
final class FinishedRows {

    private final List<Table> tables;
    private final Path directory;

    FinishedRows(WarehouseSchema schema, Path directory) {
        this.tables = schema.tables();
        this.directory = directory;
    }

    /// Writes the rows of every table to a file.
    void copyOut(Connection from) {
        for (Table table : tables) {
            try (OutputStream file = Files.newOutputStream(file(table))) {
                from.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy %s to stdout (format binary)".formatted(columns(table)), file);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            } catch (SQLException refused) {
                throw new IllegalStateException("Cannot copy %s out".formatted(table.name()), refused);
            }
        }
    }

    /// Loads the files into empty tables in one transaction.
    ///
    /// @return how many rows
    long copyIn(Connection into) {
        try {
            into.setAutoCommit(false);
            long rows = 0;
            for (Table table : tables) {
                try (InputStream file = Files.newInputStream(file(table))) {
                    rows += into.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy %s from stdin (format binary)".formatted(columns(table)), file);
                }
            }
            into.commit();
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new IllegalStateException("Cannot copy the finished rows in", refused);
        }
    }

    /// Removes the rows that every warehouse has from the start.
    void empty(Connection warehouse) throws SQLException {
        try (Statement statement = warehouse.createStatement()) {
            statement.execute("truncate "
                    + tables.stream().map(table -> table.name().toString()).collect(Collectors.joining(", ")));
        }
    }

    private Path file(Table table) {
        return directory.resolve(table.name() + ".copy");
    }

    private static String columns(Table table) {
        return table.writtenColumns().stream()
                .map(Column::name)
                .map(name -> '"' + name.value() + '"')
                .collect(Collectors.joining(", ", table.name() + " (", ")"));
    }
}
