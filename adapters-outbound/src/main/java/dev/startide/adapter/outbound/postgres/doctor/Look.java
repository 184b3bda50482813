package dev.startide.adapter.outbound.postgres.doctor;

import dev.startide.domain.diagnosis.Diagnosis;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// One look at the server. Every bean of this type is part of `startide doctor`.
interface Look {

    /// What this server, as it is seen by its user, looks like. Only reads.
    List<Diagnosis> at(Connection connection) throws SQLException;
}
