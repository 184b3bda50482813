package dev.startide.dev;

import java.util.Locale;
import java.util.Optional;

/// A setting of the tests: a system property such as `startide.test.postgres.url`, or else the environment variable of
/// the same name, `STARTIDE_TEST_POSTGRES_URL`.
final class TestSetting {

    private TestSetting() {}

    static Optional<String> find(String name) {
        String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    static String require(String name) {
        return find(name)
                .orElseThrow(() -> new DevServerException(
                        "The setting " + name + " is missing", "Give it beside the others of the same server"));
    }
}
