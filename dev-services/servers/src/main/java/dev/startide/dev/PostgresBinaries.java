package dev.startide.dev;

import dev.startide.dev.broker.Directories;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// PostgreSQL's programs, unpacked once per machine and version.
///
/// @param home the directory with `bin`, `lib` and `share`
record PostgresBinaries(Path home) {

    /// Names the directory under which the programs are unpacked; by default `.cache/startide` of the user's home.
    private static final String CACHE_PROPERTY = "startide.dev.cache";

    private static final int NAME_BYTES = 8;

    /// Unpacks the programs that fit this machine, unless that has been done before. Safe to run in many processes at
    /// once: each unpacks aside, and the first to move its copy into place wins.
    static PostgresBinaries unpacked() {
        try {
            byte[] archive = archive();
            Path home = cache().resolve("postgresql-" + name(archive));
            if (Files.notExists(home)) {
                unpack(archive, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException failure) {
            throw new DevServerException(
                    "PostgreSQL cannot be unpacked to %s: %s".formatted(cache(), failure.getMessage()),
                    "Free some space there, or name another directory with -D" + CACHE_PROPERTY,
                    failure);
        }
    }

    /// A command line for one of the programs. PostgreSQL refuses to run as root, so root runs it in a user namespace
    /// of its own, where it is nobody but still owns its files.
    List<String> line(String program, String... arguments) {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            if (!LinuxUtils.isUnshareAvailable()) {
                throw new DevServerException(
                        "PostgreSQL refuses to run as root, and this system does not allow user namespaces",
                        "Run as an ordinary user, allow user namespaces, or name a PostgreSQL by its URL");
            }
            line.addAll(List.of("unshare", "--user"));
        }
        line.add(home.resolve("bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        return line;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static byte[] archive() throws IOException {
        try (InputStream archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), architecture())) {
            return archive.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new DevServerException(
                    "There is no embedded PostgreSQL for %s on %s".formatted(operatingSystem(), architecture()),
                    "Name a PostgreSQL by its URL instead",
                    missing);
        }
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path aside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try {
            TarArchive.unpack(new ByteArrayInputStream(archive), aside);
            Files.move(aside, home);
        } catch (IOException failure) {
            if (Files.notExists(home)) {
                throw failure;
            }
        } finally {
            Directories.delete(aside);
        }
    }

    private static Path cache() {
        String home = System.getProperty("user.home");
        return Path.of(System.getProperty(CACHE_PROPERTY, home + "/.cache/startide"))
                .toAbsolutePath();
    }

    private static String name(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "Darwin" : name.startsWith("windows") ? "Windows" : "Linux";
    }

    private static String architecture() {
        String architecture = System.getProperty("os.arch");
        return "amd64".equals(architecture) ? "x86_64" : architecture;
    }
}
