package dev.startide.adapter.inbound.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tokens of an identity provider (JWT) that senders may show over HTTP.
///
/// @param keys where the provider's public keys are, as a JWK set: an `https://` URL or a file;
///     tokens are not accepted without it
/// @param issuer who has to have issued a token: its `iss`
/// @param audience whom a token has to be for: its `aud`
/// @param scopePrefix what comes before a source's name, or `*` for all, in the scopes of a token
@ConfigurationProperties("startide.http.jwt")
public record JwtConfig(
        @Nullable String keys,
        @Nullable String issuer,
        @Nullable String audience,
        @Bindable(defaultValue = "events:") String scopePrefix) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public JwtConfig {
        if (keys == null) {
            require(issuer == null && audience == null, "keys", "is missing, but issuer or audience is set");
        } else {
            require(!keys.isBlank(), "keys", "must not be blank");
            require(issuer != null && !issuer.isBlank(), "issuer", "must be set if tokens are accepted");
            require(audience != null && !audience.isBlank(), "audience", "must be set if tokens are accepted");
            require(isTrustworthy(keys), "keys", "must be an https:// URL or a file; others could exchange the keys");
        }
        require(!scopePrefix.isBlank(), "scope-prefix", "must not be blank");
    }

    /// The location of the keys.
    ///
    /// @throws IllegalStateException if tokens are not accepted
    URI location() {
        String given = keys;
        if (given == null) {
            throw new IllegalStateException("Tokens are not accepted");
        }
        return given.contains("://")
                ? URI.create(given)
                : Path.of(given).toAbsolutePath().toUri();
    }

    private static boolean isTrustworthy(String location) {
        if (!location.contains("://")) {
            return true;
        }
        URI uri = URI.create(location);
        boolean isHere = uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere);
    }

    private static void require(boolean holds, String property, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("startide.http.jwt.%s %s".formatted(property, complaint));
        }
    }
}
