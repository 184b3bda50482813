package dev.startide.adapter.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secrets that a source's requests are signed with: one, or two while they are exchanged.
/// Safe for use by many threads.
final class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int MOST_SECRETS = 2;

    private final List<SecretKeySpec> secrets;

    private WebhookSecrets(List<SecretKeySpec> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /// Reads secrets such as `whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw`, with blanks between two.
    ///
    /// @throws IllegalArgumentException with half a sentence, and without the secret, if it cannot
    static WebhookSecrets parse(String text) {
        List<SecretKeySpec> secrets = Arrays.stream(text.strip().split("\\s+", -1))
                .map(WebhookSecrets::secret)
                .toList();
        if (secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException("holds more than two secrets");
        }
        return new WebhookSecrets(secrets);
    }

    private static SecretKeySpec secret(String text) {
        byte[] bytes = decoded(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "holds a secret that is not of %d to %d bytes, written as whsec_ and base64"
                            .formatted(LEAST_BYTES, MOST_BYTES));
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    /// Whether one of these signatures was made with one of the secrets. All are looked at.
    boolean signed(WebhookCall call, byte[] body) {
        boolean isSigned = false;
        for (SecretKeySpec secret : secrets) {
            byte[] wanted = signature(secret, call, body);
            for (byte[] given : call.signatures()) {
                isSigned |= MessageDigest.isEqual(wanted, given);
            }
        }
        return isSigned;
    }

    private static byte[] signature(SecretKeySpec secret, WebhookCall call, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update("%s.%s.".formatted(call.id(), call.timestamp()).getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
