package dev.startide.adapter.outbound.keyfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.domain.access.ApiKey;
import dev.startide.domain.access.KeyHash;
import dev.startide.domain.access.KeyRing;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.ApiKeys;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file with the hashes of keys. Read when it is first asked for, and again once it has
/// changed.
@Singleton
@Primary
final class KeyFile implements ApiKeys {

    private static final Logger LOGGER = LoggerFactory.getLogger(KeyFile.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    private final Optional<Path> file;
    private final InstantSource clock;

    private @Nullable KeyRing ring;
    private @Nullable Stamp stamp;
    private Instant nextLook = Instant.MIN;

    KeyFile(KeyFileConfig config, InstantSource clock) {
        this.file = config.file().isBlank() ? Optional.empty() : Optional.of(Path.of(config.file()));
        this.clock = clock;
    }

    /// What is different once a file has changed.
    private record Stamp(
            Instant modified, long size, @Nullable Object identity) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime().toInstant(), found.size(), found.fileKey());
        }
    }

    @Override
    public synchronized Optional<KeyRing> current() {
        return file.map(this::looked);
    }

    private KeyRing looked(Path path) {
        Instant now = clock.instant();
        KeyRing known = ring;
        if (known != null && now.isBefore(nextLook)) {
            return known;
        }
        nextLook = now.plus(LOOK_INTERVAL);
        return known == null ? first(path) : later(path, known);
    }

    private KeyRing first(Path path) {
        try {
            stamp = Stamp.of(path);
            KeyRing read = read(path);
            ring = read;
            return read;
        } catch (IOException | IllegalArgumentException unusable) {
            throw invalid("The file of keys %s cannot be used: %s".formatted(path, reason(unusable)), unusable);
        }
    }

    private KeyRing later(Path path, KeyRing known) {
        KeyRing now = known;
        try {
            Stamp found = Stamp.of(path);
            if (!found.equals(stamp)) {
                stamp = found;
                now = read(path);
                LOGGER.atInfo().addKeyValue("keys", now.keys().size()).log("keys of senders read again");
            }
        } catch (IOException | IllegalArgumentException unusable) {
            LOGGER.atWarn()
                    .log(
                            "The file of keys {} cannot be used, so that the keys read before go on being valid: {}",
                            path,
                            reason(unusable));
        }
        ring = now;
        return now;
    }

    private static KeyRing read(Path path) throws IOException {
        return ring(Files.readAllLines(path, UTF_8));
    }

    private static KeyRing ring(List<String> lines) {
        List<ApiKey> keys = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            number++;
            try {
                KeyLine.parse(line).ifPresent(keys::add);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line %d %s".formatted(number, complaint(wrong)), wrong);
            }
        }
        return new KeyRing(keys);
    }

    private static String complaint(IllegalArgumentException wrong) {
        String said = String.valueOf(wrong.getMessage());
        return said.startsWith("is ") || said.startsWith("has ") || said.startsWith("does ")
                ? said
                : "is wrong: " + said;
    }

    @Override
    public synchronized void add(ApiKey key) {
        change(path -> {
            List<String> lines = new ArrayList<>(Files.exists(path) ? Files.readAllLines(path, UTF_8) : List.of());
            lines.add(KeyLine.of(key));
            return lines;
        });
    }

    @Override
    public synchronized void remove(Collection<ApiKey> keys) {
        Set<KeyHash> gone = keys.stream().map(ApiKey::hash).collect(Collectors.toSet());
        if (!gone.isEmpty()) {
            change(path -> Files.readAllLines(path, UTF_8).stream()
                    .filter(line -> KeyLine.parse(line)
                            .filter(key -> gone.contains(key.hash()))
                            .isEmpty())
                    .toList());
        }
    }

    private interface Change {
        List<String> lines(Path path) throws IOException;
    }

    private void change(Change change) {
        Path path = file.orElseThrow(
                () -> invalid("There is no file of keys; name one with --keys or startide.keys.file", null));
        try {
            List<String> lines = change.lines(path);
            ring(lines);
            replace(path, lines);
            ring = null;
        } catch (IOException | IllegalArgumentException failure) {
            throw invalid("The file of keys %s cannot be changed: %s".formatted(path, reason(failure)), failure);
        }
    }

    /// Replaces the file in one step, so that nobody reads half of it. A new one can be read by its
    /// owner alone; one that was there keeps its rights.
    private static void replace(Path path, List<String> lines) throws IOException {
        Path next = Files.createTempFile(path.toAbsolutePath().getParent(), "keys", ".next");
        try {
            Files.write(next, lines, UTF_8);
            if (Files.exists(path) && Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(next, Files.getPosixFilePermissions(path));
            }
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static String reason(Exception failure) {
        return failure instanceof IOException
                ? "%s. Check that it exists and its rights"
                        .formatted(failure.getClass().getSimpleName())
                : String.valueOf(failure.getMessage());
    }

    private static StartideException invalid(String message, @Nullable Exception cause) {
        return cause == null
                ? StartideException.because(FailureCode.SETTING_INVALID, message)
                : StartideException.because(FailureCode.SETTING_INVALID, message, cause);
    }
}
