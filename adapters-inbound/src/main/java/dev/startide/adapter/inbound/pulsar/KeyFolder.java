package dev.startide.adapter.inbound.pulsar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pulsar.client.api.CryptoKeyReader;
import org.apache.pulsar.client.api.EncryptionKeyInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Private keys for messages that their producers encrypted: PEM files in a folder, each named by
/// its key and `.pem`. A file is read whenever its key is met anew, so that a key can be added
/// while messages are read.
///
/// Names of keys come with messages, so they are not believed: only plain ones name a file.
final class KeyFolder implements CryptoKeyReader {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = LoggerFactory.getLogger(KeyFolder.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
    private static final byte[] NO_KEY = {};

    private final String folder;

    KeyFolder(String folder) {
        this.folder = folder;
    }

    /// The client counts what is no key as a failure to decrypt, which is what it is.
    @Override
    public EncryptionKeyInfo getPrivateKey(String keyName, Map<String, String> metadata) {
        return new EncryptionKeyInfo(NAME.matcher(keyName).matches() ? read(keyName) : NO_KEY, metadata);
    }

    private byte[] read(String keyName) {
        Path file = Path.of(folder, keyName + ".pem");
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            LOGGER.atWarn().log("key {} of startide.pulsar.decryption-keys cannot be read", file);
            return NO_KEY;
        }
    }

    /// Nothing is encrypted here.
    @Override
    public EncryptionKeyInfo getPublicKey(String keyName, Map<String, String> metadata) {
        return new EncryptionKeyInfo(NO_KEY, metadata);
    }
}
