package dev.startide.adapter.outbound.postgres.doctor;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.port.outbound.Diagnoses;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Looks at the PostgreSQL of the warehouse, over one connection.
@Singleton
final class PostgresDiagnoses implements Diagnoses {

    private final Database database;
    private final List<Look> looks;

    PostgresDiagnoses(Database database, List<Look> looks) {
        this.database = database;
        this.looks = List.copyOf(looks);
    }

    @Override
    public String area() {
        return Place.AREA;
    }

    @Override
    public List<Diagnosis> diagnose() {
        return database.examining("look at the server", connection -> {
            List<Diagnosis> all = new ArrayList<>();
            for (Look look : looks) {
                all.addAll(look.at(connection));
            }
            return List.copyOf(all);
        });
    }
}
