package dev.startide.adapter.outbound.postgres.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The page of SQLSTATEs is made from the table; `-Dgolden.update=true` writes it anew.
class SqlStateReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "sqlstates.md");

    /// More codes than these are called the others.
    private static final int LISTED = 6;

    private static final String INTRODUCTION = """
            # What PostgreSQL says, and what is done about it

            Made from the program; do not edit (`mvn -pl adapters-outbound -am test -Dtest=SqlStateReferenceTest -Dgolden.update=true`
            writes it anew). What each failure code means, and what to do, is in [Operations](../operations.md#failures).

            Every complaint of the server has an SQLSTATE. Its class, the first two characters, says what is done, unless the code is listed
            by itself. A code that is not here, of a newer server or of an extension, pauses: nothing is set aside for a
            reason that nobody knows.

            | Class | About | Codes | Failure code | Handling |
            | --- | --- | --- | --- | --- |
            """;

    @Test
    void thePageIsUpToDate() throws IOException {
        // Given
        String wanted = INTRODUCTION + rows();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, wanted, UTF_8);
        }

        // When
        String page = Files.readString(PAGE, UTF_8);

        // Then
        assertThat(page).isEqualTo(wanted);
    }

    private static String rows() {
        return SqlStateList.all().stream()
                .collect(groupingBy(state -> state.code().substring(0, 2), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(SqlStateReferenceTest::ofClass)
                .collect(joining());
    }

    /// One row if all codes of the class amount to the same, otherwise one for each outcome.
    private static String ofClass(List<SqlStateList.State> states) {
        Map<FailureCode, List<SqlStateList.State>> outcomes = states.stream()
                .collect(groupingBy(state -> SqlStates.codeOf(state.code()), LinkedHashMap::new, toList()));
        return outcomes.entrySet().stream()
                .map(outcome -> "| %s | %s | %s | `%s` | %s |\n"
                        .formatted(
                                states.getFirst().code().substring(0, 2),
                                states.getFirst().ofClass(),
                                codes(outcome.getValue(), states),
                                outcome.getKey(),
                                outcome.getKey().handling().name().toLowerCase(Locale.ROOT)))
                .collect(joining());
    }

    private static String codes(List<SqlStateList.State> some, List<SqlStateList.State> all) {
        if (some.size() == all.size()) {
            return "all";
        }
        return some.size() > LISTED ? "all others" : names(some);
    }

    private static String names(List<SqlStateList.State> states) {
        return states.stream()
                .map(state -> "`%s` %s".formatted(state.code(), state.name().replace('_', ' ')))
                .distinct()
                .collect(joining(", "));
    }
}
