package dev.startide.sample.brokerage.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question to the warehouse with its answer.
///
/// @param name in snake case; also the name of the SQL file
/// @param sql over the schemas `star` and `mart`, one statement
/// @param rows what the statement must return, in this order; every cell as `cell` writes it
public record Answer(String name, String sql, List<List<String>> rows) {

    public Answer {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// What a database answers to the question. Equals `rows` when the warehouse is right.
    public List<List<String>> ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> answered = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(cell(result.getObject(column)));
                }
                answered.add(row);
            }
            return answered;
        }
    }

    /// A value as text that does not depend on how a database chooses its types: numbers plain
    /// and without trailing zeros, so that `12.50`, `12.5000` and `12.5` are the same; `null` as
    /// `null`.
    public static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number when number.signum() == 0 -> "0";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Object other -> other.toString();
        };
    }

    static Answer to(String name, List<List<String>> rows) {
        String resource = name + ".sql";
        try (InputStream file = Answer.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("%s is missing from the class path".formatted(resource));
            }
            return new Answer(name, new String(file.readAllBytes(), StandardCharsets.UTF_8), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
