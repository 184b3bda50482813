package dev.startide.adapter.inbound.http;

import static dev.startide.adapter.inbound.http.HttpBench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tokens of an identity provider.
class TokensTest {

    private static final String JSON = "application/json";

    @TempDir
    private Path directory;

    private ECKey key;
    private HttpBench bench;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        Path keys = Files.writeString(directory.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString());
        bench = new HttpBench(Map.of(
                "startide.http.jwt.keys",
                keys.toString(),
                "startide.http.jwt.issuer",
                "https://idp.example",
                "startide.http.jwt.audience",
                "startide"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://idp.example")
                .audience("startide")
                .subject("shop")
                .claim("scope", "openid events:orders")
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))));
    }

    private String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").type(new JOSEObjectType("at+jwt")),
                change,
                new ECDSASigner(key));
    }

    private static String signed(JWSHeader.Builder header, UnaryOperator<JWTClaimsSet.Builder> change, JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), change.apply(claims()).build());
        token.sign(signer);
        return token.serialize();
    }

    private int post(String token) {
        return bench.post(JSON, "{}", "Authorization", "Bearer " + token).statusCode();
    }

    @Test
    void areBelieved() throws JOSEException {
        // When
        int status = post(token(claims -> claims));

        // Then
        assertThat(status).isEqualTo(202);
        assertThat(bench.events()).hasSize(1);
    }

    @Test
    void mayNameAllSources() throws JOSEException {
        // When
        int status = post(token(claims -> claims.claim("scope", null).claim("scp", java.util.List.of("events:*"))));

        // Then
        assertThat(status).isEqualTo(202);
    }

    @Test
    void thatDoNotNameTheSourceAreNotEnough() throws JOSEException {
        // When
        int status = post(token(claims -> claims.claim("scope", "events:payments orders")));

        // Then
        assertThat(status).isEqualTo(403);
    }

    record Flaw(String name, UnaryOperator<JWTClaimsSet.Builder> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Flaw> flaws() {
        return Stream.of(
                new Flaw("issuer", claims -> claims.issuer("https://other.example")),
                new Flaw("audience", claims -> claims.audience("other")),
                new Flaw("no audience", claims -> claims.audience((String) null)),
                new Flaw("expired", claims -> claims.expirationTime(Date.from(NOW.minus(Duration.ofMinutes(2))))),
                new Flaw("no end", claims -> claims.expirationTime(null)),
                new Flaw("not yet", claims -> claims.notBeforeTime(Date.from(NOW.plus(Duration.ofMinutes(2))))),
                new Flaw("nobody", claims -> claims.subject(null)),
                new Flaw("odd name", claims -> claims.subject("a b")));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void withAFlawAreNotBelieved(Flaw flaw) throws JOSEException {
        // When
        int status = post(token(flaw.change()));

        // Then
        assertThat(status).isEqualTo(401);
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void thatNobodySignedAreNotBelieved() {
        // When
        int status = post(new PlainJWT(claims().build()).serialize());

        // Then
        assertThat(status).isEqualTo(401);
    }

    @Test
    void thatAnotherSignedAreNotBelieved() throws JOSEException {
        // Given
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID("one").generate();

        // When
        int status = post(signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one"), claims -> claims, new ECDSASigner(other)));

        // Then
        assertThat(status).isEqualTo(401);
    }

    @Test
    void thatWereSignedWithThePublicKeyAsASecretAreNotBelieved() throws JOSEException {
        // Given
        byte[] secret = key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);

        // When
        int status = post(signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one"), claims -> claims, new MACSigner(secret)));

        // Then
        assertThat(status).isEqualTo(401);
    }

    @Test
    void thatCannotBeCheckedNowMayComeAgain() throws IOException, JOSEException {
        // Given
        Files.delete(directory.resolve("keys.json"));

        // When
        var answer = bench.post(JSON, "{}", "Authorization", "Bearer " + token(claims -> claims));

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
    }
}
