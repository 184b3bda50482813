package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.net.BindException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureReportTest {

    @ParameterizedTest
    @CsvSource({
        "DATABASE_UNAVAILABLE, 6",
        "DATABASE_EXHAUSTED, 6",
        "DATABASE_TIMEOUT, 6",
        "SOURCE_UNAVAILABLE, 6",
        "MODEL_CONFLICT, 7",
        "FENCED, 7",
        "SETTING_INVALID, 2",
        "DATABASE_UNFIT, 1",
        "DATABASE_DAMAGED, 1",
        "SOURCE_GAP, 1",
        "INVARIANT_BROKEN, 1"
    })
    void aFailureHasTheExitCodeOfItsKind(FailureCode code, int exitCode) {
        // Given
        Throwable failure = new RuntimeException(StartideException.because(code, "No answer from db:5432"));

        // When
        FailureReport report = FailureReport.of(failure);

        // Then
        assertThat(report.exitCode().number()).isEqualTo(exitCode);
        assertThat(report.sentence()).isEqualTo("No answer from db:5432.");
    }

    @Test
    void aTakenPortIsOneSentenceWithItsRemedy() {
        // Given
        Throwable failure = new RuntimeException(new BindException("Address already in use: /127.0.0.1:8090"));

        // When
        FailureReport report = FailureReport.of(failure);

        // Then
        assertThat(report.sentence()).contains("8090", "--port");
    }

    @Test
    void theUnexpectedSaysHowToFindOutMore() {
        // When
        FailureReport report = FailureReport.of(new IllegalStateException("a mistake"));

        // Then
        assertThat(report.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(report.sentence()).contains("a mistake", "--debug");
    }
}
