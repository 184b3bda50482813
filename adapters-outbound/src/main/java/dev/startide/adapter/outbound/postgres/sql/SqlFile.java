package dev.startide.adapter.outbound.postgres.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Statements of fixed shape, kept in files beside the classes that use them.
public final class SqlFile {

    private SqlFile() {}

    /// The statement in a file of the class's package.
    public static String beside(Class<?> user, String name) {
        try (InputStream file = user.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is not beside %s".formatted(name, user.getName()));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
