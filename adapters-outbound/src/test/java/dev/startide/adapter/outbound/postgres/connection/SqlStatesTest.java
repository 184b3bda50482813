package dev.startide.adapter.outbound.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.Handling;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStatesTest {

    private static final List<SqlStateList.State> ALL = SqlStateList.all();

    @ParameterizedTest
    @CsvSource({
        "22001, DATA_REFUSED", // text too long
        "22003, DATA_REFUSED", // number out of range
        "22021, DATA_REFUSED", // NUL in text
        "22P02, DATA_REFUSED", // no such value
        "22P04, INVARIANT_BROKEN", // our COPY
        "23502, DATA_REFUSED", // null
        "23503, INVARIANT_BROKEN", // a row that we held to be there
        "23514, DATA_REFUSED", // check
        "54000, DATA_REFUSED", // row of an index too large
        "23505, INVARIANT_BROKEN", // a key that we held to be new
        "23P01, INVARIANT_BROKEN",
        "40001, DATABASE_CONFLICT",
        "40P01, DATABASE_CONFLICT",
        "40003, DATABASE_UNAVAILABLE",
        "55P03, DATABASE_CONFLICT", // lock not available
        "42P01, INVARIANT_BROKEN",
        "42501, INVARIANT_BROKEN",
        "0A000, INVARIANT_BROKEN",
        "25P02, INVARIANT_BROKEN",
        "25006, DATABASE_UNAVAILABLE", // read-only
        "25P03, DATABASE_UNAVAILABLE",
        "25P04, DATABASE_TIMEOUT",
        "57014, DATABASE_TIMEOUT", // cancelled by a timeout
        "28P01, SETTING_INVALID",
        "3D000, SETTING_INVALID",
        "08001, DATABASE_UNAVAILABLE",
        "08006, DATABASE_UNAVAILABLE",
        "53100, DATABASE_EXHAUSTED", // disk full
        "53200, DATABASE_EXHAUSTED", // memory
        "53300, DATABASE_EXHAUSTED", // too many connections
        "57P01, DATABASE_UNAVAILABLE", // shutting down
        "58030, DATABASE_UNAVAILABLE", // input or output
        "XX000, DATABASE_UNAVAILABLE",
        "XX001, DATABASE_DAMAGED",
        "ST001, HISTORY_BROKEN", // our own alarm
        "P0001, DATABASE_UNAVAILABLE", // somebody's trigger
        "99999, DATABASE_UNAVAILABLE",
        "22, DATABASE_UNAVAILABLE",
        "'', DATABASE_UNAVAILABLE",
        ", DATABASE_UNAVAILABLE"
    })
    void sayWhatAComplaintAmountsTo(String state, FailureCode expected) {
        // When
        FailureCode code = SqlStates.codeOf(state);

        // Then
        assertThat(code).isEqualTo(expected);
    }

    @Test
    void knowEveryClassThatTheServerHas() {
        // When
        List<SqlStateList.State> unknown =
                ALL.stream().filter(state -> !SqlStates.isKnown(state.code())).toList();

        // Then
        assertThat(unknown).isEmpty();
        assertThat(ALL).hasSizeGreaterThan(250);
    }

    @Test
    void setAsideForTheDataAlone() {
        // Given
        Predicate<String> blamesTheData = state -> state.startsWith("22")
                || state.startsWith("54")
                || List.of("23502", "23514").contains(state);

        // When
        List<String> quarantining = ALL.stream()
                .map(SqlStateList.State::code)
                .filter(state -> SqlStates.codeOf(state).handling() == Handling.QUARANTINE)
                .toList();

        // Then
        assertThat(quarantining).isNotEmpty().allMatch(blamesTheData);
    }

    @Test
    void waitWhenTheServerIsAwayOutOfResourcesOrUnheardOf() {
        // Given
        Predicate<String> isInfrastructure =
                state -> List.of("08", "53", "57", "58").contains(state.substring(0, 2)) || state.equals("ZZ123");

        // When
        List<Handling> handlings = Stream.concat(ALL.stream().map(SqlStateList.State::code), Stream.of("ZZ123"))
                .filter(isInfrastructure)
                .map(state -> SqlStates.codeOf(state).handling())
                .toList();

        // Then
        assertThat(handlings).hasSizeGreaterThan(20).allMatch(Handling::mayPass);
    }
}
