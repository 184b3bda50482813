package dev.startide.adapter.outbound.postgres.doctor;

import dev.startide.adapter.outbound.postgres.connection.DatabaseConfig;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.warehouse.layout.Schemas;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What our user may do: make schemas, write those that there are, and have a role for readers.
@Singleton
@Order(3)
final class RightsLook implements Look {

    private static final String USER = SqlFile.beside(RightsLook.class, "rights_of_user.sql");
    private static final String FOREIGN = SqlFile.beside(RightsLook.class, "foreign_schemas.sql");

    private static final List<String> SCHEMAS = Stream.of(
                    Schemas.LIVE.normalized(), Schemas.LIVE.star(), Schemas.LIVE.mart())
            .toList();

    private final DatabaseConfig config;

    RightsLook(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public List<Diagnosis> at(Connection connection) throws SQLException {
        List<Diagnosis> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(USER)) {
            statement.setString(1, config.readerRole());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                all.add(creating(row));
                all.add(readers(row));
                all.add(power(row));
            }
        }
        all.addAll(foreign(connection));
        return all;
    }

    private static Diagnosis creating(ResultSet row) throws SQLException {
        String user = row.getString("user_name");
        return row.getBoolean("may_create")
                ? Diagnosis.fine(Place.of("right to create"), "%s may make schemas".formatted(user))
                : Diagnosis.error(
                        Place.of("right to create"),
                        "%s may not make schemas in this database".formatted(user),
                        "Run \"grant create on database %s to %s\" as its owner"
                                .formatted(row.getString("database_name"), user));
    }

    private Diagnosis readers(ResultSet row) throws SQLException {
        String place = Place.of("readers' role");
        if (row.getBoolean("reader_exists")) {
            return Diagnosis.fine(place, "%s exists".formatted(config.readerRole()));
        }
        return row.getBoolean("may_create_roles")
                ? Diagnosis.note(place, "%s does not exist; the first apply makes it".formatted(config.readerRole()))
                : Diagnosis.error(
                        place,
                        "%s does not exist, and our user may not make roles".formatted(config.readerRole()),
                        "Run \"create role %s nologin\" once, or name an existing role by startide.database.reader-role"
                                .formatted(config.readerRole()));
    }

    private static Diagnosis power(ResultSet row) throws SQLException {
        return row.getBoolean("is_superuser")
                ? Diagnosis.note(
                        Place.of("superuser"),
                        "%s may do everything in the whole server; the owner of the database would be enough"
                                .formatted(row.getString("user_name")))
                : Diagnosis.fine(Place.of("superuser"), "no");
    }

    private static List<Diagnosis> foreign(Connection connection) throws SQLException {
        List<Diagnosis> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FOREIGN)) {
            statement.setArray(1, connection.createArrayOf("text", names()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(Diagnosis.error(
                            Place.of("schema " + row.getString("schema_name")),
                            "it belongs to %s, and our user is no member of that role"
                                    .formatted(row.getString("owner")),
                            "Log in as its owner, or run \"alter schema %s owner to ...\" and the same for its tables"
                                    .formatted(row.getString("schema_name"))));
                }
            }
        }
        return all;
    }

    private static String[] names() {
        return Stream.concat(SCHEMAS.stream(), Stream.of(Schemas.RAW, Schemas.CONTROL))
                .toArray(String[]::new);
    }
}
