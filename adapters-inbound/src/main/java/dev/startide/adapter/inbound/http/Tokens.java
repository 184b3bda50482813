package dev.startide.adapter.inbound.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.access.SenderRate;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the tokens of an identity provider. Safe for use by many threads.
///
/// The provider's keys are fetched when the first token comes, again when a token names one that is
/// unknown, but not more often than a provider can bear, and once in five minutes; while it cannot
/// be reached, the keys fetched before serve for hours.
@Singleton
final class Tokens {

    private static final int FETCH_MILLIS = 5_000;
    private static final int FETCH_BYTES = 1_000_000;
    private static final Duration SERVE_WITHOUT_PROVIDER = Duration.ofHours(4);

    /// Signatures with a public key alone: a secret that is shared could make tokens, too.
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final JwtConfig config;
    private final Optional<DefaultJWTProcessor<SecurityContext>> processor;

    Tokens(JwtConfig config, Clock clock) {
        this.config = config;
        this.processor = config.keys() == null ? Optional.empty() : Optional.of(processor(config, clock));
    }

    /// A token need not say what it is; one that says so must not be something else.
    private static void requireType(@Nullable JOSEObjectType type, @Nullable SecurityContext context)
            throws BadJOSEException {
        if (type != null && !TYPES.contains(type)) {
            throw new BadJOSEException("The type is " + type);
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(JwtConfig config, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(Tokens::requireType);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(config)));
        processor.setJWTClaimsSetVerifier(new Claims(config, clock));
        return processor;
    }

    private static JWKSource<SecurityContext> keys(JwtConfig config) {
        try {
            return JWKSourceBuilder.create(
                            config.location().toURL(),
                            new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, FETCH_BYTES))
                    .refreshAheadCache(false)
                    .retrying(true)
                    .outageTolerant(SERVE_WITHOUT_PROVIDER.toMillis())
                    .build();
        } catch (MalformedURLException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("startide.http.jwt.keys is no URL: " + wrong.getMessage(), wrong);
        }
    }

    /// Issuer, audience and subject as they have to be, and a time that is now, give or take a
    /// minute.
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(JwtConfig config, Clock clock) {
            super(
                    config.audience(),
                    new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
                    Set.of("sub", "exp"));
            this.clock = clock;
        }

        /// The library speaks of dates.
        @Override
        @SuppressWarnings("JavaUtilDate")
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }

    /// Whether tokens are accepted at all.
    boolean areAccepted() {
        return processor.isPresent();
    }

    /// Whom a token was issued to; empty if it cannot be believed.
    ///
    /// @throws RefusedException if nobody can tell at the moment
    Optional<Sender> senderOf(String token) throws RefusedException {
        if (processor.isEmpty()) {
            return Optional.empty();
        }
        try {
            return sender(processor.get().process(token, null));
        } catch (BadJOSEException | ParseException _) {
            return Optional.empty();
        } catch (JOSEException _) {
            throw new RefusedException(
                    Mistake.UNAVAILABLE, "The keys that tokens are checked with cannot be had; send it again later");
        }
    }

    private Optional<Sender> sender(JWTClaimsSet claims) throws ParseException {
        String name = "jwt:" + claims.getSubject();
        return SenderName.isValid(name)
                ? Optional.of(new Sender(
                        new SenderName(name), TokenScopes.of(claims, config.scopePrefix()), new SenderRate.Usual()))
                : Optional.empty();
    }
}
