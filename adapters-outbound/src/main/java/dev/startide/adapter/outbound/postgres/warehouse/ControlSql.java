package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.warehouse.layout.Schemas;

/// The statements about the loader's own rows, in the schema where these are.
record ControlSql(
        String lease,
        String move,
        String count,
        String setAside,
        String noteIgnored,
        String forgetIgnored,
        String recount,
        String takeBack,
        String answer,
        Notices notices) {

    /// Whether anybody wants to know of events that are set aside.
    enum Notices {
        WANTED,
        UNWANTED
    }

    static final String KEEP_NOTICES = SqlFile.beside(ControlSql.class, "keep_notices.sql");

    static ControlSql in(String schema, Notices notices) {
        return new ControlSql(
                in(schema, "select epoch from startide.loader_lease for share"),
                in(schema, SqlFile.beside(ControlSql.class, "move_cursors.sql")),
                in(schema, SqlFile.beside(ControlSql.class, "count_ignored.sql")),
                in(schema, SqlFile.beside(ControlSql.class, "set_aside.sql")),
                in(schema, SqlFile.beside(ControlSql.class, "note_ignored.sql")),
                in(schema, SqlFile.beside(ControlSql.class, "forget_ignored.sql")),
                in(schema, SqlFile.beside(ControlSql.class, "recount.sql")),
                in(schema, SqlFile.beside(ControlSql.class, "take_back.sql")),
                SqlFile.beside(ControlSql.class, "answer_retried.sql"),
                notices);
    }

    /// Which model was applied is known in one place only.
    private static String in(String schema, String statement) {
        String live = Schemas.LIVE.control() + ".";
        String other = schema + ".";
        return statement.replace(live, other).replace(other + "applied_model", live + "applied_model");
    }
}
