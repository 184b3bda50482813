package dev.startide.adapter.outbound.postgres.quarantine;

/// How an amendment is stored. The names are in databases: never change one.
enum AmendmentKind {
    CORRECTED,
    DISCARDED
}
