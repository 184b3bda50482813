package dev.startide.app.cli;

import static java.util.stream.Collectors.joining;

import dev.startide.app.wiring.InvalidModel;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.validation.PlacedIssue;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What a failure means to the one who gave the command: an exit code and one sentence.
record FailureReport(ExitCode exitCode, String sentence) {

    /// A chain of causes that is longer than this runs in a circle.
    private static final int MAX_CAUSES = 50;

    /// The first cause in the chain that says something to a user speaks for the whole.
    static FailureReport of(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> new FailureReport(
                        ExitCode.FAILED,
                        "Something unexpected happened: %s. Run it again with --debug and report what it says."
                                .formatted(withoutPoint(describe(failure)))));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    private static Optional<FailureReport> known(Throwable cause) {
        return switch (cause) {
            case CommandFailed failed -> report(failed.exitCode(), failed);
            case StartideException failed -> report(exitCodeOf(failed.code()), failed);
            case InvalidModel invalid -> Optional.of(new FailureReport(ExitCode.INVALID_MODEL, withIssues(invalid)));
            case BindException taken ->
                Optional.of(new FailureReport(
                        ExitCode.FAILED,
                        "A port is taken by another program (%s). Stop it, or choose other ports with --port and --management-port."
                                .formatted(taken.getMessage())));
            case IllegalArgumentException wrong
            when describe(wrong).startsWith("startide.") -> report(ExitCode.USAGE, wrong);
            case ConfigurationException wrong when wrong.getCause() == null -> report(ExitCode.USAGE, wrong);
            case FileSystemException broken ->
                Optional.of(new FailureReport(
                        ExitCode.FAILED,
                        "%s: %s. Check that it exists, that you may use it, and that the disk has space."
                                .formatted(broken.getFile(), reasonOf(broken))));
            default -> Optional.empty();
        };
    }

    private static Optional<FailureReport> report(ExitCode exitCode, Throwable failure) {
        return Optional.of(new FailureReport(exitCode, withoutPoint(describe(failure)) + "."));
    }

    /// What scripts see of a failure that crossed a port.
    static ExitCode exitCodeOf(FailureCode code) {
        return switch (code) {
            case DATABASE_UNAVAILABLE, DATABASE_EXHAUSTED, DATABASE_TIMEOUT, SOURCE_UNAVAILABLE -> ExitCode.UNREACHABLE;
            case DATABASE_CONFLICT, FENCED, MODEL_CONFLICT -> ExitCode.CONFLICT;
            case SETTING_INVALID -> ExitCode.USAGE;
            case DATA_REFUSED,
                    ROWS_EXCEEDED,
                    DATABASE_UNFIT,
                    DATABASE_DAMAGED,
                    SOURCE_GAP,
                    HISTORY_BROKEN,
                    INVARIANT_BROKEN -> ExitCode.FAILED;
        };
    }

    private static String withIssues(InvalidModel invalid) {
        return Stream.concat(
                        invalid.issues().stream().map(PlacedIssue::toString),
                        Stream.of(invalid.getMessage() + "; nothing was done."))
                .collect(joining(System.lineSeparator()));
    }

    private static String describe(Throwable failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static String reasonOf(FileSystemException broken) {
        return Objects.requireNonNullElse(
                broken.getReason(), broken.getClass().getSimpleName().replace("Exception", ""));
    }

    private static String withoutPoint(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
