package dev.startide.dev;

import java.util.Optional;

/// The one line of JSON that says that the servers are ready and how to reach them.
final class ReadyLine {

    private ReadyLine() {}

    /// Nothing here needs escaping: URLs, names and passwords are all made by this module.
    static String of(PostgresServer postgres, String database, Optional<PulsarServer> pulsar) {
        String first = """
                {"ready":true,"postgres":{"jdbcUrl":"%s","user":"%s","password":"%s"}""".formatted(postgres.jdbcUrl(database), postgres.user(), postgres.password());
        String second = pulsar.map(server -> """
                ,"pulsar":{"serviceUrl":"%s","adminUrl":"%s"}""".formatted(server.serviceUrl(), server.adminUrl()))
                .orElse("");
        return first + second + "}";
    }
}
