package dev.startide.domain.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The SHA-256 of a key. A key is drawn at random and long, so that a slow hash, made for
/// passwords that can be guessed, would add nothing but work for the server.
///
/// @param hex 64 digits in lower case
public record KeyHash(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public KeyHash {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("A key's hash has 64 hexadecimal digits in lower case");
        }
    }

    /// The hash of a key.
    public static KeyHash of(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
            return new KeyHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /// Whether two hashes are equal. How long it takes says nothing of how much of them is.
    public boolean matches(KeyHash other) {
        return MessageDigest.isEqual(hex.getBytes(UTF_8), other.hex.getBytes(UTF_8));
    }
}
