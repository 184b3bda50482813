package dev.startide.adapter.inbound.http;

import dev.startide.domain.access.ApiKey;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.access.SenderRate;
import dev.startide.domain.access.SenderScope;
import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.port.inbound.AdmitSenders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out who sends a request, by the key or the token in its head. Safe for use by many
/// threads.
@Singleton
final class Doorkeeper {

    private static final Logger LOGGER = LoggerFactory.getLogger(Doorkeeper.class);
    private static final String BEARER = "bearer ";
    private static final String KEY_HEADER = "X-API-Key";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final Sender ANYBODY =
            new Sender(new SenderName("anybody"), new SenderScope.AllSources(), new SenderRate.Usual());

    private final AdmitSenders keys;
    private final Tokens tokens;
    private final boolean isReachedFromOutside;
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    Doorkeeper(AdmitSenders keys, Tokens tokens, HttpServerConfiguration server) {
        this.keys = keys;
        this.tokens = tokens;
        this.isReachedFromOutside =
                server.getHost().filter(host -> !THIS_MACHINE.contains(host)).isPresent();
    }

    /// Says so if everybody may send, from everywhere.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if there are keys
    ///     that cannot be read
    void inspect() {
        if (isOpen() && isReachedFromOutside && hasWarned.compareAndSet(false, true)) {
            LOGGER.warn("Everybody who reaches this server may send events. Give senders keys with 'startide key add',"
                    + " set startide.http.jwt, or let a proxy in front of it ask who they are");
        }
    }

    /// Whether senders are asked who they are.
    Diagnosis diagnosis(String place) {
        if (!isOpen()) {
            return Diagnosis.fine(place, "senders show a key or a token");
        }
        return isReachedFromOutside
                ? Diagnosis.warning(
                        place,
                        "everybody who reaches this server may send events",
                        "Give senders keys with 'startide key add', set startide.http.jwt, or let a proxy in front ask who they are")
                : Diagnosis.fine(place, "everybody on this machine may send, and nobody else");
    }

    private boolean isOpen() {
        return !keys.keysAreInUse() && !tokens.areAccepted();
    }

    /// Who sends a request.
    ///
    /// @throws RefusedException if that is not known, where it has to be
    Sender identify(HttpHeaders headers) throws RefusedException {
        if (isOpen()) {
            return ANYBODY;
        }
        String shown = shown(headers)
                .orElseThrow(
                        () -> unknown("Show a key, or a token, as Authorization: Bearer …, or a key as X-API-Key"));
        Optional<Sender> sender = shown.startsWith(ApiKey.PREFIX) ? keys.admit(shown) : tokens.senderOf(shown);
        return sender.orElseThrow(() -> unknown("What was shown is no key or token that is valid here"));
    }

    private static Optional<String> shown(HttpHeaders headers) {
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Optional.ofNullable(headers.get(KEY_HEADER)).map(String::strip);
        }
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static RefusedException unknown(String detail) {
        return new RefusedException(Mistake.UNAUTHENTICATED, detail);
    }
}
