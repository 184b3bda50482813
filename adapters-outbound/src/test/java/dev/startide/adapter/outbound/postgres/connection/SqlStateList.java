package dev.startide.adapter.outbound.postgres.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The SQLSTATEs of PostgreSQL 18, from its own list of them.
final class SqlStateList {

    private static final String FILE = "sqlstates_18.txt";
    private static final String CLASS = "class ";

    private SqlStateList() {}

    /// @param ofClass what its class is about
    record State(String code, String name, String ofClass) {}

    static List<State> all() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(SqlStateList.class.getResourceAsStream(FILE)), UTF_8))) {
            List<State> states = new ArrayList<>();
            String ofClass = "";
            for (String line : lines.lines().toList()) {
                String[] words = line.split(" ", 3);
                if (line.startsWith(CLASS)) {
                    ofClass = words[2];
                } else {
                    states.add(new State(words[0], words[1], ofClass));
                }
            }
            return states;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
