package dev.startide.app.operate;

import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderScope;
import dev.startide.domain.port.inbound.AdmitSenders;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Finds out who asks, by the key in the head of a request. Safe for use by many threads.
@Singleton
@Requires(property = "startide.operators.file")
final class Operators {

    private static final String BEARER = "bearer ";

    private final AdmitSenders keys;

    Operators(@Named("operators") AdmitSenders keys) {
        this.keys = keys;
    }

    /// The operator's name.
    ///
    /// @throws Refused if the request shows no key that is valid here, or one that is not for all
    ///     sources
    String identify(HttpHeaders headers) {
        Sender sender = shown(headers)
                .flatMap(keys::admit)
                .orElseThrow(() -> Refused.unknown("Show an operator's key as Authorization: Bearer …"));
        return switch (sender.scope()) {
            case SenderScope.AllSources _ -> sender.name().value();
            case SenderScope.Only _ -> throw Refused.forbidden("An operator's key is one for all sources");
        };
    }

    private static Optional<String> shown(HttpHeaders headers) {
        return Optional.ofNullable(headers.get(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
